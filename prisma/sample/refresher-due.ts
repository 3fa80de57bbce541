import { examOf } from '../../app/content/exam.server'
import type { Tx } from '../../app/data/transact.server'
import { periodHolding } from '../../app/domain/duties/cadence-calendar'
import { drawPaper } from '../../app/domain/exams/draw-paper'
import { seededRandom } from '../../app/domain/exams/seeded-random'
import { addDays, type Day, earlierOf, laterOf } from '../../app/domain/shared/day'
import type { Plan, PlannedPerson } from './plan'

/** The cleared employee: her refresher of this half-year is due. */
const phone = '13800000006'
const halfYear = { kind: 'calendar', every: 'P6M', lead: { years: 0, months: 0, days: 0 } } as const

/** Hired well over a year ago and trained in every half-year since, but for this one. */
export function leaveDue(person: PlannedPerson, today: Day): void {
  if (person.phone !== phone) return
  person.from = addDays(today, -500)
  person.passed = addDays(person.from, -3)
  person.halves = []
  const now = periodHolding(halfYear, today)
  for (let half = periodHolding(halfYear, person.from); half.first < now.first; half = periodHolding(halfYear, addDays(half.last, 1)))
    person.halves.push(earlierOf(laterOf(addDays(half.first, 40), addDays(person.from, 10)), half.last))
}

/** The paper she passed when she began, with three questions wrong: what her refresher is chosen from. */
export async function loadOldPaper(tx: Tx, plan: Plan): Promise<void> {
  const person = plan.people.find((one) => one.phone === phone)
  const exam = examOf('pre-job')
  if (!person || !exam) return
  const attemptId = `${person.postId}-attempt`
  const drawn = drawPaper(exam.blueprint, exam.bank, new Set(), seededRandom('sample'))
  const wrong = 3
  await tx.attemptQuestion.createMany({
    data: drawn.map(({ question, options }, nth) => ({
      attemptId,
      ordinal: nth + 1,
      questionId: question.id,
      revision: question.revision,
      options: JSON.stringify(options),
      right: nth >= wrong,
    })),
  })
  const score = Math.floor(((drawn.length - wrong) * 100) / drawn.length)
  await tx.attempt.update({ where: { id: attemptId }, data: { score } })
}
