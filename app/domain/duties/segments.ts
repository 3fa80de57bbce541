import { addDays, type Day, earlierOf, firstOfMonth, monthOf } from '../shared/day'
import { spellsOf } from './binding'
import { CALENDAR_MONTHS } from './cadence-calendar'
import { REGARD } from './counted'
import type { DutyNode, FactIndex, SubjectNode } from './fact-index'
import { stretchOf } from './ledger'
import { standingWhenKnown } from './standing'
import type { Standing } from './verdict'

/** The days from … through, both included, on all of which a subject stands in the same way, dates and evidence too. */
export type Segment = { readonly from: Day; readonly through: Day; readonly standing: Standing }

/**
 * How a subject stands towards a duty on every day from … through, without gaps; neighbours differ. Each segment says exactly what
 * standingOf says on each of its days: the rule is asked on every day on which its answer can change, and on no other. Empty where
 * `through` lies before `from`; throws, as standingOf does, for what is unknown.
 */
export function segmentsOf(index: FactIndex, dutyId: string, subjectId: string, from: Day, through: Day): readonly Segment[] {
  const duty = index.duties.get(dutyId)
  const subject = index.subjects.get(subjectId)
  if (duty === undefined) throw new Error(`there is no duty ${dutyId}`)
  if (subject === undefined) throw new Error(`there is no subject ${subjectId}`)
  if (subject.kind !== duty.duty.binds) throw new Error(`duty ${dutyId} does not bind a ${subject.kind}`)
  return segmentsWithin(index, duty, subject, from, through)
}

/** The same for a duty and a subject of its kind that are at hand. */
export function segmentsWithin(index: FactIndex, duty: DutyNode, subject: SubjectNode, from: Day, through: Day): readonly Segment[] {
  const changes = changesAfter(index, duty, subject, from)
  const segments: Segment[] = []
  let place = 0
  let day = from
  while (day <= through) {
    const standing = standingWhenKnown(index, duty, subject, day, day)
    while (place < changes.length && (changes[place] ?? day) <= day) place += 1
    const next = earliest([changes[place], ...lapsesAfter(duty, standing, day)])
    const last = next === null ? through : earlierOf(addDays(next, -1), through)
    const before = segments.at(-1)
    if (before !== undefined && isSame(before.standing, standing)) segments[segments.length - 1] = { ...before, through: last }
    else segments.push({ from: day, through: last, standing })
    day = addDays(last, 1)
  }
  return segments
}

/** The days on which a standing can run out by itself: after its last covered day, after its deadline, with its calendar period. */
function lapsesAfter({ duty: { cadence } }: DutyNode, { standing, due, through }: Standing, day: Day): (Day | undefined)[] {
  if (standing === 'unbound' || standing === 'waived') return []
  const lapses = [through, due].map((last) => (last !== null && last >= day ? addDays(last, 1) : undefined))
  if (cadence.kind === 'calendar') {
    const months = CALENDAR_MONTHS[cadence.every]
    lapses.push(firstOfMonth((Math.floor(monthOf(day) / months) + 1) * months))
  }
  return lapses
}

/** Days later than `from`, in order, on which a known fact changes whom the duty binds, what waives it, or what evidence counts. */
function changesAfter(index: FactIndex, duty: DutyNode, subject: SubjectNode, from: Day): readonly Day[] {
  const days: Day[] = []
  const note = (day: Day | null): void => {
    if (day !== null && day > from) days.push(day)
  }
  for (const { first, last } of spellsToWatch(duty, subject).flat()) {
    note(first)
    note(addDays(last, 1))
  }
  for (const waiver of duty.waivers.get(subject)?.waivers ?? []) {
    note(waiver.from)
    note(addDays(waiver.through, 1))
  }
  const { ledger } = index
  const { start, end } = stretchOf(ledger, subject.kind === 'post' ? subject.person.owner : subject.owner)
  for (let place = start; place < end; place += 1) {
    if (duty.regard[ledger.codes[place] ?? 0] === REGARD.none) continue
    note(ledger.pieces[place]?.on ?? null)
    note(ledger.pieces[place]?.revokedOn ?? null)
  }
  return days.sort((one, other) => one - other)
}

/** The subject's spells; of someone whose same-unit evidence counts, those of each post, because her units change with them. */
function spellsToWatch(duty: DutyNode, subject: SubjectNode) {
  if (subject.kind !== 'person' || subject.posts.length < 2 || !duty.regard.includes(REGARD.sameUnit)) return [spellsOf(duty, subject)]
  return subject.posts.map((post) => spellsOf(duty, post))
}

function earliest(days: readonly (Day | undefined)[]): Day | null {
  return days.reduce<Day | null>((first, day) => (day !== undefined && (first === null || day < first) ? day : first), null)
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    one.standing === other.standing &&
    one.due === other.due &&
    one.through === other.through &&
    one.since === other.since &&
    one.by === other.by
  )
}
