import { jobRule } from '~/content/jobs.server'
import { licenceTopic } from '~/content/licences.server'
import { watchRules } from '~/content/watch-rules.server'
import { licencesOfPeople, type StoredLicence } from '~/data/credentials/licences.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import type { StoredRoom } from '~/data/watch/rooms.server'
import { factsKnownAt, type Watcher, watchersOf } from '~/data/watch/watchers.server'
import { type LicenceGap, licenceGap } from '~/domain/credentials/licence-gap'
import type { Facts } from '~/domain/duties/facts'
import { indexForJob, type JobRule } from '~/domain/duties/job-fitness'
import type { FactIndex } from '~/domain/duties/standing'
import { addDays, type Day } from '~/domain/shared/day'
import type { DaySpan, WatchFitness } from '~/domain/watch/cover'
import { fitDays, joined, type WhyNot, whyNotFit } from '~/domain/watch/fit-days'
import { hasTrait, type Need, needsOf, type RuledRoom, type WatchRules } from '~/domain/watch/rules'
import { rulesNow } from '~/usecases/duties/duties-now.server'

/** A unit's people and their facts, once for all its rooms. */
export type UnitSight = { unitId: string; watchers: Watcher[]; facts: Facts; licences: readonly StoredLicence[]; rules: WatchRules }

export async function unitSight(unitId: string): Promise<UnitSight> {
  const watchers = await watchersOf(unitId)
  const people = watchers.map(({ personId }) => personId)
  const rules = rulesNow()
  const facts = factsOfPeople(people, rules, [unitId])
  return { unitId, watchers, facts, licences: licencesOfPeople(people, (card) => licenceTopic(card)), rules: watchRules() }
}

/** The same as it was known at an instant, and not as we know it now. */
export const knownAt = (unit: UnitSight, instant: Date): UnitSight => ({ ...unit, facts: factsKnownAt(unit.facts, instant) })

/** Why somebody may not keep watch, with the gap in his licences where that is why. */
export type WatchWhy = WhyNot & { gap: LicenceGap | null }

/** What a room needs over some days, and who may keep watch in it. */
export type RoomSight = {
  ruled: RuledRoom
  needs: readonly Need[]
  fitness: WatchFitness
  /** Days on which each person holds a post at the unit. */
  held: WatchFitness
  why: (personId: string, on: Day) => WatchWhy | null
  jobOn: (on: Day) => string
}

export const jobOf = (room: Pick<StoredRoom, 'traits'>, on: Day): string =>
  hasTrait(room, 'linkage', on) ? 'control-room-linkage' : 'control-room'

type Segment = { from: Day; to: Day; job: JobRule; index: FactIndex }

/** Runs of days on which the room asks for the same job by the same rule. */
function segmentsOf({ facts }: UnitSight, room: StoredRoom, from: Day, to: Day): Segment[] {
  const segments: Segment[] = []
  const signs: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const job = jobRule(jobOf(room, day), day, [room.jurisdiction])
    const sign = `${job.id} ${job.licences.map(({ asked }) => asked.topics.join(',')).join(';')}`
    const last = segments.at(-1)
    if (last !== undefined && signs.at(-1) === sign) last.to = day
    else {
      segments.push({ from: day, to: day, job, index: indexForJob(facts, job) })
      signs.push(sign)
    }
  }
  return segments
}

export function roomSight(unit: UnitSight, room: StoredRoom, from: Day, to: Day): RoomSight {
  const { facts, watchers, rules, licences, unitId } = unit
  const unitTraits = facts.units.find(({ id }) => id === unitId)?.traits ?? []
  const ruled = { ...room, unitTraits }
  const segments = segmentsOf(unit, room, from, to)
  const fitness = new Map<string, DaySpan[]>()
  const held = new Map<string, DaySpan[]>()
  const postsOf = new Map(watchers.map(({ personId, posts }) => [personId, posts.map(({ id }) => id)]))
  for (const { personId, posts } of watchers) {
    held.set(personId, joined(posts))
    const ids = posts.map(({ id }) => id)
    fitness.set(personId, joined(segments.flatMap((one) => fitDays(one.index, ids, one.from, one.to))))
  }
  const why = (personId: string, on: Day): WatchWhy | null => {
    const segment = segments.find((one) => one.from <= on && on <= one.to)
    const ids = postsOf.get(personId)
    if (segment === undefined || ids === undefined) return { kind: 'no-post', gap: null }
    const found = whyNotFit(segment.index, ids, on)
    return found === null
      ? null
      : { ...found, gap: found.kind === 'barred' ? gapIn(segment.job, licences, facts, personId, found.because, on) : null }
  }
  return { ruled, needs: needsOf(rules, ruled, from, to), fitness, held, why, jobOn: (on) => jobOf(room, on) }
}

function gapIn(
  job: JobRule,
  licences: readonly StoredLicence[],
  facts: Facts,
  personId: string,
  because: readonly string[],
  on: Day,
): LicenceGap | null {
  const asked = job.licences.find(({ dutyId }) => because.includes(dutyId))
  if (asked === undefined) return null
  const family = new Set([personId, ...facts.people.filter(({ mergedInto }) => mergedInto === personId).map(({ id }) => id)])
  return (
    licenceGap(
      licences.filter((licence) => family.has(licence.personId)),
      asked.asked,
      on,
    )?.gap ?? 'none'
  )
}
