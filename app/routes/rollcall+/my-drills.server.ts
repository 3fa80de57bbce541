import { catalogue } from '~/content/catalogue.server'
import { type DrillFacts, type DrillSight, drillsOfUnit, sightOf } from '~/data/drills/drills.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { findingsOwnedBy } from '~/data/drills/findings.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { claimedDrills } from '~/data/rollcall/arrivals.server'
import { drillBodyNow } from '~/data/rollcall/arrivals-drill.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { groupNames } from '~/domain/drills/drill-body'
import { isClosed } from '~/domain/drills/drill-state'
import { isOverdue } from '~/domain/drills/finding'
import { timelineOf } from '~/domain/drills/timeline'
import type { Facts } from '~/domain/duties/facts'
import { stands } from '~/domain/practicals/held'
import { checkInsOf, standingOf } from '~/domain/rollcall/arrival-standing'
import { formatDay, holdsDay, parseDay } from '~/domain/shared/day'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { ComingDrill, DrillOnFile, MyDrills, MyFinding, MyRole, PastDrill } from '~/ui/rollcall/my-drills'

/** As many past drills are looked at whole; older ones stand on the file. */
const mostPast = 6

/** What I am called to, what I was at and whether it counts, and what stands on my file. */
export async function myDrills(ctx: Signed): Promise<MyDrills> {
  const facts = factsOfPeople([ctx.actor.personId], [])
  const family = facts.people.map(({ id }) => id)
  const scopes = { see: actorScope(ctx, 'see'), manage: actorScope(ctx, 'manage') }
  const units = [...new Set(facts.posts.map(({ unit }) => unit))]
  const drills = (await Promise.all(units.map((id) => drillsOfUnit({ id }, 50)))).flat()
  const sights = drills.map((drill) => sightOf(drill, family, scopes))
  const claimed = claimedDrills(family)
  const names = findSubjectNames([...units, ...claimed.map(({ unitId }) => unitId), ...facts.evidence.map(({ unit }) => unit ?? '')])
  const today = formatDay(ctx.today)
  const ahead = sights.filter(({ facts: { way, body, steps } }) => way === 'planned' && body.on >= today && !isClosed(steps))
  const been = await pastOf(drills, claimed, family, names, today)
  const isSeen = ({ facts: { id } }: DrillSight): boolean => been.some((one) => one.id === id && one.seen !== null)
  return {
    findings: findingsToDo(ctx),
    coming: ahead
      .filter((sight) => !isSeen(sight))
      .flatMap((sight) => comingOf(sight, family, facts, names))
      .sort((one, other) => (`${one.on} ${one.startsAt}` < `${other.on} ${other.startsAt}` ? -1 : 1)),
    been,
    onFile: fileOf(facts, names, ctx),
  }
}

/** What I have to put right and have not, what is due first on top. */
function findingsToDo({ actor, today }: Signed): MyFinding[] {
  const open = findingsOwnedBy(actor.personId, today).filter(({ finding }) => finding.closed === null)
  const names = findSubjectNames(open.map(({ drill }) => drill.unitId))
  return open
    .map(({ finding: { id, what, due, redrill }, drill }) => ({
      ...{ id, what, due, redrill, drill: drill.id, title: drill.title, on: drill.on },
      unit: names.get(drill.unitId) ?? '',
      isOverdue: isOverdue({ closed: null, due }, today),
    }))
    .sort((one, other) => one.due.localeCompare(other.due))
}

function rolesOf({ body }: DrillFacts, family: readonly string[]): MyRole[] {
  const isMine = ({ id }: { id: string }): boolean => family.includes(id)
  const zones = body.zones.filter(({ marshals }) => marshals.some(isMine)).map(({ name }) => name)
  return [
    ...(isMine(body.commander) ? [{ kind: 'commander' as const, zone: '' }] : []),
    ...zones.map((zone) => ({ kind: 'marshal' as const, zone })),
    ...groupNames.filter((group) => body.groups[group].some(isMine)).map((kind) => ({ kind, zone: '' })),
  ]
}

/** Of an unannounced drill only those learn who lead it or manage the unit. */
function comingOf(sight: DrillSight, family: readonly string[], facts: Facts, names: ReadonlyMap<string, string>): ComingDrill[] {
  const { facts: drill, commands, marshals, manages } = sight
  const { id, unitId, body } = drill
  const leads = commands || marshals || manages
  const on = parseDay(body.on)
  const isHere = facts.posts.some(({ unit, from, to }) => unit === unitId && on !== null && holdsDay(from, to, on))
  const roles = rolesOf(drill, family)
  if (body.unannounced ? !leads : !isHere && roles.length === 0) return []
  return [
    {
      id,
      unit: names.get(unitId) ?? '',
      title: body.title,
      on: body.on,
      startsAt: body.startsAt,
      assembly: body.assembly.join('、'),
      roles: roles.length > 0 || !isHere ? roles : [{ kind: 'expected', zone: '' }],
      isSecret: body.unannounced,
      href: leads ? `/drills/${id}` : null,
    },
  ]
}

async function pastOf(
  drills: readonly DrillFacts[],
  claimed: readonly { subjectId: string; unitId: string }[],
  family: readonly string[],
  names: ReadonlyMap<string, string>,
  today: string,
): Promise<PastDrill[]> {
  const elsewhere = claimed.filter(({ subjectId }) => drills.every(({ id }) => id !== subjectId))
  const all = [
    ...drills.map(({ id, unitId, body, steps }) => ({ id, unitId, body, isCalledOff: steps.some(({ kind }) => kind === 'called-off') })),
    ...elsewhere.flatMap(({ subjectId, unitId }) => {
      const body = drillBodyNow(subjectId)
      return body === null ? [] : [{ id: subjectId, unitId, body, isCalledOff: false }]
    }),
  ]
  const isClaimed = (id: string): boolean => claimed.some(({ subjectId }) => subjectId === id)
  const rank = ({ id, body }: (typeof all)[number]): string => `${body.on} ${isClaimed(id) ? 1 : 0} ${body.startsAt}`
  const held = all.filter(({ body }) => body.on <= today).sort((one, other) => (rank(one) > rank(other) ? -1 : 1))
  const shown: PastDrill[] = []
  for (const { id, unitId, body, isCalledOff } of held.slice(0, mostPast)) {
    const call = await findCall('drill', id)
    if (call === null) continue
    const { entries } = entriesAfter(call.id, 0)
    const { begins } = timelineOf(entries, call.roles)
    const seen = standingOf(checkInsOf(family, call.expected, entries, call.roles, begins))
    const isExpected = call.expected.some((one) => family.includes(one.id))
    const isAhead = body.on === today && begins === null
    if (seen === null && (!isExpected || isAhead)) continue
    const said = seen && { ...seen, at: new Date(seen.at).toISOString() }
    shown.push({ id, unit: names.get(unitId) ?? '', title: body.title, on: body.on, seen: said, isCalledOff })
  }
  return shown
}

function fileOf(facts: Facts, names: ReadonlyMap<string, string>, { today, locale }: Signed): DrillOnFile[] {
  const family = facts.people.map(({ id }) => id)
  const pieces = facts.evidence.filter((piece) => piece.kind === 'drill' && family.includes(piece.subject) && stands(piece, today))
  const afterwards = enteredAfterwards(pieces)
  return [...pieces]
    .sort((one, other) => other.on - one.on)
    .map(({ id, on, topic, unit }) => ({
      id,
      on: formatDay(on),
      title: catalogue().drills.kinds?.kinds.find((kind) => kind.id === topic)?.title[locale] ?? topic,
      unit: names.get(unit ?? '') ?? '',
      isPaper: afterwards.has(id),
    }))
}
