import { type PastAttempt, startVerdict } from '../exams/may-start'
import type { TestStep } from './class-test'

/** When a paper is collected: at its deadline, or as the test is closed while it is open. */
export function paperEnds({ startedAt, deadlineAt }: { startedAt: Date; deadlineAt: Date }, steps: readonly Omit<TestStep, 'by'>[]): Date {
  const closed = steps.find(({ kind, at }) => kind === 'closed' && at >= startedAt)
  return closed !== undefined && closed.at < deadlineAt ? closed.at : deadlineAt
}

/** start: the nth try. resume: there is an open paper. close-first: it ran out unnoticed. passed, spent: nothing more is asked or given. */
export type TryVerdict = { kind: 'start'; nth: number } | { kind: 'resume' | 'close-first' | 'passed' | 'spent'; paperId: string }

/**
 * May he begin a paper of this test? One open paper at a time, none after a pass, and no more than `tries`. A second try needs no waiting:
 * the class is still in the room. papers: his own of this test, deadlines as they really end.
 */
export function tryVerdict(papers: readonly PastAttempt[], tries: number, now: Date): TryVerdict {
  const verdict = startVerdict(papers, 0, now)
  if (verdict.kind === 'resume' || verdict.kind === 'close-first') return { kind: verdict.kind, paperId: verdict.attemptId }
  const passed = papers.find((paper) => paper.passed)
  if (passed !== undefined) return { kind: 'passed', paperId: passed.id }
  const last = papers.at(-1)
  return last !== undefined && papers.length >= tries ? { kind: 'spent', paperId: last.id } : { kind: 'start', nth: papers.length + 1 }
}

/** Explanations would give the keys away to whoever may still try: they are shown after a pass, or when nothing more can be tried. */
export const mayReadReasons = (passed: boolean, triesLeft: number, isTestOpen: boolean): boolean => passed || triesLeft <= 0 || !isTestOpen
