import { z } from 'zod'
import { type Day, formatDay, parseDay } from '../shared/day'
import type { Step } from './drill-state'
import { type Answered, type Evaluation, fellShort } from './evaluation'

const day = z.string().refine((text) => parseDay(text) !== null)

/** What has to be put right after a drill: by whom, by when. `redrill`: it is to be practised again by then. */
export const finding = z.strictObject({
  what: z.string().trim().min(1).max(300),
  owner: z.strictObject({ id: z.string(), name: z.string() }),
  due: day,
  /** The question of the evaluation that it comes from; '' where it does not. */
  question: z.string(),
  redrill: z.boolean(),
})
export const findingClosed = z.strictObject({ finding: z.string(), done: z.string().trim().min(1).max(500) })

const typed = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most, 'drillrecord:refusal.tooLong')
/** How it is said that a finding is done. */
export const closingForm = z.object({
  drill: typed(60, 'drillrecord:refusal.noFinding'),
  finding: typed(60, 'drillrecord:refusal.noFinding'),
  done: typed(500, 'drillrecord:refusal.noDone'),
})

export type Finding = z.output<typeof finding> & {
  id: string
  at: Date
  by: string
  closed: { done: string; at: Date; by: string } | null
}

/** Findings in the order in which they were written, each with how it was closed. The first closing counts. */
export function findingsOf(steps: readonly Step[]): Finding[] {
  const closings = new Map<string, Finding['closed']>()
  for (const { kind, detail, at, by } of steps) {
    if (kind !== 'finding-closed') continue
    const { finding: of, done } = findingClosed.parse(detail)
    if (!closings.has(of)) closings.set(of, { done, at, by })
  }
  return steps
    .filter(({ kind }) => kind === 'finding')
    .map(({ id, at, by, detail }) => ({ ...finding.parse(detail), id, at, by, closed: closings.get(id) ?? null }))
}

/** Open, and its day is past: on the day itself it is not yet overdue. */
export const isOverdue = ({ closed, due }: Pick<Finding, 'closed' | 'due'>, today: Day): boolean =>
  closed === null && due < formatDay(today)

/** What the evaluation found wanting and nobody has taken up yet. */
export function proposed(judged: Evaluation | null, known: readonly Pick<Finding, 'question'>[]): Answered[] {
  if (judged === null) return []
  return fellShort(judged).filter(({ id }) => known.every(({ question }) => question !== id))
}

/** What is still to be put right after any of these drills, what is due first before the others. */
export function openFindings<D extends { id: string; steps: readonly Step[] }>(drills: readonly D[]): { drill: D; finding: Finding }[] {
  return drills
    .flatMap((drill) => findingsOf(drill.steps).map((finding) => ({ drill, finding })))
    .filter(({ finding: { closed } }) => closed === null)
    .sort((one, other) => one.finding.due.localeCompare(other.finding.due))
}
