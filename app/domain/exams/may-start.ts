export type PastAttempt = {
  readonly id: string
  readonly startedAt: Date
  readonly deadlineAt: Date
  readonly closedAt: Date | null
  readonly passed: boolean | null
}

/** start: draw a new paper. resume: go on with the open one. close-first: it ran out unnoticed. wait: a retake opens at `until`. */
export type StartVerdict =
  | { kind: 'start' }
  | { kind: 'resume'; attemptId: string }
  | { kind: 'close-first'; attemptId: string }
  | { kind: 'wait'; until: Date }

/** Answers are taken up to the instant of the deadline, and while nobody has handed the paper in. */
export const acceptsAnswers = (attempt: Pick<PastAttempt, 'deadlineAt' | 'closedAt'>, now: Date): boolean =>
  attempt.closedAt === null && now.getTime() <= attempt.deadlineAt.getTime()

/** Is this paper open past its deadline? Then it is to be closed with what was saved. */
export const isDue = (attempt: Pick<PastAttempt, 'deadlineAt' | 'closedAt'>, now: Date): boolean =>
  attempt.closedAt === null && now.getTime() > attempt.deadlineAt.getTime()

/**
 * May she start a paper of this course? One open paper at a time; a retake waits `retakeAfterMinutes` from the closing of the newest
 * attempt, if that failed. Whoever has passed may take it again: duties come round.
 */
export function startVerdict(attempts: readonly PastAttempt[], retakeAfterMinutes: number, now: Date): StartVerdict {
  const open = attempts.find((attempt) => attempt.closedAt === null)
  if (open) return { kind: isDue(open, now) ? 'close-first' : 'resume', attemptId: open.id }
  const [newest] = [...attempts].sort((one, other) => (other.closedAt?.getTime() ?? 0) - (one.closedAt?.getTime() ?? 0))
  if (!newest?.closedAt || newest.passed) return { kind: 'start' }
  const until = new Date(newest.closedAt.getTime() + retakeAfterMinutes * 60_000)
  return now < until ? { kind: 'wait', until } : { kind: 'start' }
}
