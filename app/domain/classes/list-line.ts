import { z } from 'zod'
import { civilDay } from '../shared/civil-day'
import { type Day, parseDay } from '../shared/day'
import type { Covered } from './coverage'
import type { Member } from './members'
import type { ProgrammeStep } from './programme-body'

/**
 * How a line of a list stands, in the order in which it is read. gone: the unit has closed and nobody took it off the list; it counts as
 * on it and never as covered. deputy: covered by one. successor: covered in person, and somebody else answers for it since. left: taken
 * off, with a reason.
 */
export const lineStates = ['missing', 'gone', 'deputy', 'successor', 'covered', 'excused', 'left'] as const
export type LineState = (typeof lineStates)[number]

/** Somebody on the list need not come, through a day or for good. */
export type Excuse = { why: string; until: Day | null; at: Date; by: string }

type Facts = { member: Pick<Member, 'from' | 'end'>; closedOn: Day | null; excuse: Excuse | null; verdict: Covered }

/** Null where a line is not on the list yet, or never was. closedOn: the unit's last day. */
export function lineStateOf({ member: { from, end }, closedOn, excuse, verdict }: Facts, on: Day): LineState | null {
  if (end?.why === 'dropped' || from > on) return null
  if (end !== null && end.on <= on) return 'left'
  if (closedOn !== null && closedOn < on) return 'gone'
  if (verdict.kind === 'covered') {
    if (verdict.byDeputy) return 'deputy'
    return verdict.successor === null ? 'covered' : 'successor'
  }
  return excuse === null ? 'missing' : 'excused'
}

const said = z.object({ member: z.string(), why: z.string(), until: z.string().nullish(), ends: z.boolean().optional() })

/** Who is excused on a day, by line: what was said last counts. Takes the steps in the order in which they were done. */
export function excusesOn(steps: readonly Pick<ProgrammeStep, 'kind' | 'at' | 'by' | 'detail'>[], on: Day): Map<string, Excuse> {
  const found = new Map<string, Excuse>()
  for (const { kind, at, by, detail } of steps) {
    if (kind !== 'excused' || civilDay(at) > on) continue
    const { member, why, until: last, ends } = said.parse(detail)
    const until = parseDay(last ?? '')
    if (ends === true || (until !== null && until < on)) found.delete(member)
    else found.set(member, { why, until, at, by })
  }
  return found
}

/** listed = covered + excused + missing + gone; deputy and successor are among the covered and may be both. left is beside all. */
export type CoverageFigures = Record<'listed' | 'covered' | 'deputy' | 'successor' | 'excused' | 'missing' | 'gone' | 'left', number>
export const figureNames = ['listed', 'covered', 'deputy', 'successor', 'excused', 'missing', 'gone', 'left'] as const
export type FigureName = (typeof figureNames)[number]

type Standing = { state: LineState; verdict: Covered }

/** Whether a line is one of those that a figure counts. */
export function isCountedAs(figure: FigureName, { state, verdict }: Standing): boolean {
  const isCovered = state === 'covered' || state === 'deputy' || state === 'successor'
  switch (figure) {
    case 'listed':
      return state !== 'left'
    case 'covered':
      return isCovered
    case 'deputy':
      return state === 'deputy'
    case 'successor':
      return isCovered && verdict.kind === 'covered' && verdict.successor !== null
    default:
      return state === figure
  }
}

export function figuresOf(lines: readonly Standing[]): CoverageFigures {
  const figures: CoverageFigures = { listed: 0, covered: 0, deputy: 0, successor: 0, excused: 0, missing: 0, gone: 0, left: 0 }
  for (const line of lines) for (const name of figureNames) if (isCountedAs(name, line)) figures[name] += 1
  return figures
}

/** Full coverage: somebody is on the list, and nobody is missing. Who is excused is named beside it. */
export const isFull = ({ listed, missing, gone }: CoverageFigures): boolean => listed > 0 && missing === 0 && gone === 0
