import { addDays, type Day } from '../shared/day'
import { minus } from '../shared/period'
import { spellsOf, unitsBoundBy } from './binding'
import { periodHolding } from './cadence-calendar'
import { extended, type Reach } from './cadence-rolling'
import { type DutyNode, type FactIndex, recordsOf, type SubjectNode } from './fact-index'
import type { CalendarCadence, Evidence, RollingCadence } from './facts'
import { compareEvidence } from './ledger'
import { endsAsPrinted } from './printed-end'
import { spellAt } from './spells'
import { waivedThrough } from './waived'

/** What was asked: a subject's standing on a day, with what is known on a day not later than it. */
export type Asked = {
  readonly index: FactIndex
  readonly duty: DutyNode
  readonly subject: SubjectNode
  readonly on: Day
  readonly known: Day
}

/**
 * Why a piece is not the one that meets the duty. The first five follow the contract's "What counts" and "Answers" 2, the others its
 * cadences: tooEarly is before a gate's look-back, earlierPeriod lies in a calendar period before today's, ranOut reached through a
 * day that is over, outlasted adds nothing to what another piece reaches, spare would do but an earlier piece does already.
 */
export type Reason =
  | { readonly kind: 'notYet' | 'failed' | 'otherUnit' | 'waived' | 'spare' | 'outlasted' }
  | { readonly kind: 'revoked'; readonly on: Day }
  | { readonly kind: 'tooEarly'; readonly from: Day }
  | { readonly kind: 'earlierPeriod'; readonly first: Day; readonly last: Day }
  | { readonly kind: 'ranOut'; readonly through: Day }

/** `bears`: the due date may still rest on it, because it covered an earlier period or carried the reach so far. */
export type OtherPiece = { readonly piece: Evidence; readonly reason: Reason; readonly bears: boolean }

/** A question by ids; throws for a duty or a subject that is not there. */
export function askedAbout(index: FactIndex, dutyId: string, subjectId: string, on: Day, known: Day = on): Asked {
  const duty = index.duties.get(dutyId)
  const subject = index.subjects.get(subjectId)
  if (duty === undefined || subject === undefined) throw new Error(`there is no duty ${dutyId} or no subject ${subjectId}`)
  return { index, duty, subject, on, known }
}

/**
 * The subject's pieces (a post's are its person's, merges followed) whose kind and topic some `counts` entry of the duty names, save
 * the one that meets it (`by`): each once, with one reason, newest first. Taking away a piece that does not bear leaves the standing
 * as it is. A subject that is not bound that day has none.
 */
export function otherPieces(asked: Asked): readonly OtherPiece[] {
  const { index, duty, subject, on } = asked
  if (subject.kind !== duty.duty.binds || spellAt(spellsOf(duty, subject), on) === null) return []
  const fitting = recordsOf(index, subject).filter((piece) => entriesFor(duty, piece).length > 0)
  const units = unitsBoundBy(duty, subject, on)
  const isWaived = waivedThrough(duty.waivers.get(subject), on) !== null
  const ruledOut: OtherPiece[] = []
  const counted: Evidence[] = []
  for (const piece of [...fitting].sort(compareEvidence)) {
    const reason = whyNot(asked, piece, units, isWaived)
    if (reason === null) counted.push(piece)
    else ruledOut.push({ piece, reason, bears: false })
  }
  return [...ruledOut, ...byCadence(asked, counted)].sort((one, other) => compareEvidence(other.piece, one.piece))
}

function entriesFor({ duty }: DutyNode, { kind, topic }: Evidence) {
  return duty.counts.filter((entry) => entry.kind === kind && (entry.topic === '*' || entry.topic === topic))
}

/** The contract's "What counts", asked in order; null where the piece counts. */
function whyNot({ duty, known }: Asked, piece: Evidence, units: ReadonlySet<string>, isWaived: boolean): Reason | null {
  if (piece.on > known) return { kind: 'notYet' }
  if (!piece.passed) return { kind: 'failed' }
  const { revokedOn } = piece
  if (revokedOn !== null && revokedOn <= known)
    return endsAsPrinted(piece) ? { kind: 'ranOut', through: addDays(revokedOn, -1) } : { kind: 'revoked', on: revokedOn }
  const isOfUnit = piece.unit !== null && units.has(piece.unit)
  if (!isOfUnit && entriesFor(duty, piece).every(({ sameUnit }) => sameUnit)) return { kind: 'otherUnit' }
  return isWaived ? { kind: 'waived' } : null
}

/** Pieces that count, in order of (`on`, `id`), without the one that meets the duty. */
function byCadence({ duty, subject, on }: Asked, counted: readonly Evidence[]): OtherPiece[] {
  const { cadence } = duty.duty
  switch (cadence.kind) {
    case 'gate': {
      if (subject.kind !== 'post') throw new Error(`gate duty ${duty.duty.id} binds something other than a post`)
      const from = minus(subject.post.from, cadence.lookback)
      const early = counted.filter((piece) => piece.on < from)
      return [...early.map((piece) => told(piece, { kind: 'tooEarly', from })), ...spares(counted.slice(early.length))]
    }
    case 'once':
      return spares(counted)
    case 'calendar':
      return byPeriod(counted, cadence, on)
    case 'rolling':
      return byReach(counted, cadence, on)
  }
}

const told = (piece: Evidence, reason: Reason, bears = false): OtherPiece => ({ piece, reason, bears })

/** Any of these would do; the first does. */
const spares = (pieces: readonly Evidence[]): OtherPiece[] => pieces.slice(1).map((piece) => told(piece, { kind: 'spare' }))

/** Without a piece in today's period, the latest period that has one ends the run of missed ones. */
function byPeriod(counted: readonly Evidence[], cadence: CalendarCadence, on: Day): OtherPiece[] {
  const today = periodHolding(cadence, on)
  const before = counted.filter((piece) => piece.on < today.first)
  const latest = before.at(-1)
  const covered = latest === undefined || before.length < counted.length ? null : periodHolding(cadence, latest.on)
  const earlier = before.map((piece) =>
    told(piece, { kind: 'earlierPeriod', ...periodHolding(cadence, piece.on) }, covered !== null && piece.on >= covered.first),
  )
  return [...earlier, ...spares(counted.slice(before.length))]
}

type Step = { readonly piece: Evidence; readonly before: Reach | null; readonly after: Reach }

function byReach(counted: readonly Evidence[], cadence: RollingCadence, on: Day): OtherPiece[] {
  const steps: Step[] = []
  let reach: Reach | null = null
  for (const piece of counted) {
    const after: Reach = extended(reach, piece, cadence)
    steps.push({ piece, before: reach, after })
    reach = after
  }
  const by = reach !== null && reach.through >= on ? reach.by : null
  return steps.flatMap(({ piece, before, after }, nth) => {
    if (piece.id === by) return []
    if (before === after) return [told(piece, { kind: 'outlasted' })]
    const reason: Reason = after.through < on ? { kind: 'ranOut', through: after.through } : { kind: 'outlasted' }
    return [told(piece, reason, leavesATrace(steps.slice(nth + 1), before, cadence))]
  })
}

/** Whether the walk over the later steps ends elsewhere when it begins from `reach` and not from where it did. */
function leavesATrace(later: readonly Step[], from: Reach | null, cadence: RollingCadence): boolean {
  let reach = from
  for (const { piece, after } of later) {
    reach = extended(reach, piece, cadence)
    if (isSame(reach, after)) return false
  }
  return true
}

const isSame = (one: Reach, other: Reach): boolean =>
  one.through === other.through && one.anchor === other.anchor && one.count === other.count && one.by === other.by
