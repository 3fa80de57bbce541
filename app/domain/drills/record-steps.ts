import { z } from 'zod'
import { type Day, daysBetween, parseDay } from '../shared/day'
import type { Step, StepKind } from './drill-state'

const words = (most: number) => z.string().trim().min(1).max(most)
const day = z.string().refine((text) => parseDay(text) !== null)

/** What people within range were told: how, and when (day and HH:MM, '' where that was not said). 61号令 第四十条. */
export const noticeGiven = z.strictObject({ means: words(200), on: z.union([day, z.literal('')]), time: z.string() })
/** The sign that a drill is going on, and where it stood. */
export const signUp = z.strictObject({ where: words(200) })
/** A photograph of the signed sheet. */
export const sheetKept = z.strictObject({ photo: z.string() })
/** The report to the regulator: 生产安全事故应急条例 第八条第二款. */
export const reported = z.strictObject({ on: day, receiver: words(100), means: words(100) })
export const planRevised = z.strictObject({ version: z.number().int(), changed: words(1000) })
export const reasonGiven = z.strictObject({ reason: words(300) })

export type Written<T> = T & { id: string; at: Date; by: string }

/** The steps of a kind, as they were written, in order. */
export const written = <T extends object>(steps: readonly Step[], kind: StepKind, shape: z.ZodType<T>): Written<T>[] =>
  steps.filter((step) => step.kind === kind).map(({ id, at, by, detail }) => ({ ...shape.parse(detail), id, at, by }))

/** Steps after the last signature: they belong to no signed record yet. */
export function sinceSigned(steps: readonly Step[]): Step[] {
  const last = steps.findLastIndex(({ kind }) => kind === 'signed')
  return steps.slice(last + 1).filter(({ kind }) => kind !== 'reopened')
}

/** A notice may be entered late, but it was given before the drill and not in the future. */
export const noticeDayIsPossible = (on: Day, held: Day, today: Day): boolean => on <= held && on <= today

/** A report is sent on the day of the drill at the earliest, and not in the future. */
export const reportDayIsPossible = (on: Day, held: Day, today: Day): boolean => daysBetween(held, on) >= 0 && on <= today
