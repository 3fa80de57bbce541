import { civilDay } from '../shared/civil-day'
import type { Day } from '../shared/day'
import type { Checklist } from './checklist'
import { differing, type Marked, readSheet } from './sheet'

export type HeldSheet = { readonly observer: string; readonly round: number; readonly marks: readonly Marked[] }
export type Outcome = { readonly round: number; readonly passed: boolean; readonly on: Day; readonly failed: readonly string[] }
export type End = { readonly kind: 'called-off' | 'revoked'; readonly on: Day; readonly reason: string }

export type Assessment = {
  readonly observers: readonly string[]
  readonly sheets: readonly HeldSheet[]
  readonly outcome: Outcome | null
  readonly end: End | null
}

/**
 * open: `waitsFor` have still to hand in this round; `differs`: the steps on which the round before disagreed, which is why it is done
 * again. Nothing of it is stored.
 */
export type AssessmentState =
  | { readonly kind: 'open'; readonly round: number; readonly waitsFor: readonly string[]; readonly differs: readonly string[] }
  | { readonly kind: 'passed' | 'failed'; readonly outcome: Outcome }
  | { readonly kind: 'called-off'; readonly end: End }
  | { readonly kind: 'revoked'; readonly end: End; readonly outcome: Outcome | null }

/** What a round agrees on; null while somebody has not handed in, the steps where they differ where they do. */
export function verdictOf(
  checklist: Checklist,
  { observers, sheets }: Pick<Assessment, 'observers' | 'sheets'>,
  round: number,
): { kind: 'waits' } | { kind: 'differs'; steps: readonly string[] } | { kind: 'agreed'; passed: boolean; failed: readonly string[] } {
  const own = observers.map((observer) => sheets.find((sheet) => sheet.observer === observer && sheet.round === round))
  const marks = own.flatMap((sheet) => (sheet === undefined ? [] : [sheet.marks]))
  const [first] = marks
  if (first === undefined || marks.length < observers.length) return { kind: 'waits' }
  const steps = differing(checklist, marks)
  if (steps.length > 0) return { kind: 'differs', steps }
  const reading = readSheet(checklist, first)
  if (reading.kind === 'incomplete') return { kind: 'differs', steps: reading.missing }
  return { kind: 'agreed', passed: reading.passed, failed: reading.failed }
}

/** How an assessment stands. Marks that differ are never averaged: the whole is done again, as the next round. */
export function stateOf(checklist: Checklist, assessment: Assessment): AssessmentState {
  const { observers, sheets, outcome, end } = assessment
  if (end !== null) return end.kind === 'called-off' ? { kind: 'called-off', end } : { kind: 'revoked', end, outcome }
  if (outcome !== null) return { kind: outcome.passed ? 'passed' : 'failed', outcome }
  let round = 1
  let differs: readonly string[] = []
  for (;;) {
    const verdict = verdictOf(checklist, assessment, round)
    if (verdict.kind !== 'differs') break
    differs = verdict.steps
    round += 1
  }
  const handedIn = new Set(sheets.filter((sheet) => sheet.round === round).map(({ observer }) => observer))
  return { kind: 'open', round, waitsFor: observers.filter((observer) => !handedIn.has(observer)), differs }
}

/**
 * The instant at which a sheet was finished, as far as the phone may be believed: not before the assessment was set up, not after it
 * arrived. `isOff`: the phone's clock said something else.
 */
export function finishedAt(said: Date | null, setUp: Date, arrived: Date): { at: Date; isOff: boolean } {
  if (said === null) return { at: arrived, isOff: false }
  const slack = 120_000
  if (said.getTime() > arrived.getTime() + slack) return { at: arrived, isOff: true }
  if (said.getTime() < setUp.getTime() - slack) return { at: setUp, isOff: true }
  return { at: new Date(Math.min(Math.max(said.getTime(), setUp.getTime()), arrived.getTime())), isOff: false }
}

/** The day of a round: that of the sheet which was finished last. */
export function dayOfRound(
  sheets: readonly { readonly round: number; readonly finishedAt: Date | null; readonly receivedAt: Date }[],
  round: number,
  setUp: Date,
): Day {
  const ends = sheets.flatMap((sheet) =>
    sheet.round === round ? [finishedAt(sheet.finishedAt, setUp, sheet.receivedAt).at.getTime()] : [],
  )
  return civilDay(new Date(Math.max(setUp.getTime(), ...ends)))
}
