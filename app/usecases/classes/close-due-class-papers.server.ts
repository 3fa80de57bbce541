import { closeTestPaper } from '~/data/classes/test-paper-writers.server'
import { dueTestPapers, type TestPaper, testPaperQuestions } from '~/data/classes/test-papers.server'
import { stepsOfTest } from '~/data/classes/tests.server'
import { transact } from '~/data/transact.server'
import { paperEnds } from '~/domain/classes/class-paper'
import { isDue } from '~/domain/exams/may-start'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { paperQuestions } from './paper-questions.server'

const atOnce = 200

async function closeOne(id: string, now: Date): Promise<boolean> {
  const bank = paperQuestions(testPaperQuestions(id))
  return transact((tx) => closeTestPaper(tx, id, bank, now))
}

/** Closes papers of classes whose time is over, two hundred at once, with what was saved in time. One that cannot be closed keeps no other open. */
export async function closeDueClassPapers(now: Date): Promise<number> {
  const faults: unknown[] = []
  let closed = 0
  for (const id of dueTestPapers(now, atOnce)) {
    const done = await closeOne(id, now).catch((fault: unknown) => {
      faults.push(fault)
      return false
    })
    if (done) closed += 1
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} papers could not be closed`)
  return closed
}

/** The same for whoever has just closed a test: what cannot be graded now is left to the job, which logs why. */
export const gradeWhatIsDue = (now: Date): Promise<number> => closeDueClassPapers(now).catch(() => 0)

/** The same for one paper that somebody is looking at. True when it was closed now. */
export async function closeIfOver(paper: TestPaper, now: Date): Promise<boolean> {
  const over = isDue({ closedAt: paper.closedAt, deadlineAt: paperEnds(paper, stepsOfTest(paper.testId)) }, now)
  return over ? closeOne(paper.id, now) : false
}

registerJob({ name: 'close papers of classes past their end', everySeconds: 30, run: closeAll })

/** A hall of thousands is closed in one go. */
async function closeAll(): Promise<void> {
  while ((await closeDueClassPapers(readClock())) > 0);
}
