import { examOf } from '~/content/exam.server'
import { type AttemptRow, findDueAttempts } from '~/data/exams/attempts.server'
import { closePaper } from '~/data/exams/papers.server'
import { transact } from '~/data/transact.server'
import { isDue } from '~/domain/exams/may-start'
import { readClock } from '~/gateways/clock.server'
import { issueTools } from '~/gateways/issue-tools.server'
import { registerJob } from '~/gateways/jobs.server'

const atOnce = 200

async function closeOne({ id, course }: { id: string; course: string }, now: Date): Promise<boolean> {
  const exam = examOf(course)
  if (!exam) return false
  const issue = issueTools(now)
  return transact((tx) => closePaper(tx, { attemptId: id, exam, now, by: 'system', issue }))
}

/** Closes papers past their deadline with what was saved in time. One that cannot be closed does not keep the others open. */
export async function closeDueAttempts(now: Date): Promise<number> {
  const faults: unknown[] = []
  let closed = 0
  for (const due of await findDueAttempts(now, atOnce)) {
    const done = await closeOne(due, now).catch((fault: unknown) => {
      faults.push(fault)
      return false
    })
    if (done) closed += 1
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} papers could not be closed`)
  return closed
}

/** The same for one paper that somebody is looking at. True when it was closed now. */
export async function closeIfDue(attempt: AttemptRow, now: Date): Promise<boolean> {
  return isDue(attempt, now) ? closeOne(attempt, now) : false
}

registerJob({ name: 'close papers past their deadline', everySeconds: 30, run: () => closeDueAttempts(readClock()) })
