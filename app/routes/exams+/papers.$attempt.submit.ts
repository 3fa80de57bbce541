import { redirect } from '@remix-run/node'
import { examOf } from '~/content/exam.server'
import { findOwnAttempt, findPaperQuestions } from '~/data/exams/attempts.server'
import { readPaperForm } from '~/domain/exams/paper-form'
import { isAnswered } from '~/domain/exams/question'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { saveAnswers } from '~/usecases/exams/save-answers.server'
import { submitAttempt } from '~/usecases/exams/submit-attempt.server'

export const loader = serve('person', (_ctx, { params }) => redirect(`/papers/${param(params, 'attempt')}`))

/** Hands the paper in with what the form still holds. Asks once when something is not answered; late answers are not taken. */
export const action = serve('person', async (ctx, { request, params }) => {
  const attemptId = param(params, 'attempt')
  const { personId, accountId } = ctx.actor
  const form = await formOf(request)
  const saving = await saveAnswers({ personId, attemptId, picked: readPaperForm(form), now: ctx.now })
  const late = isRefused(saving) && saving.reason === 'exams:refusal.closed'
  if (isRefused(saving) && !late) return redirect(`/papers/${attemptId}`, 303)
  if (!late && form.get('sure') !== 'yes' && openQuestions(personId, attemptId) > 0) return redirect(`/papers/${attemptId}?confirm`, 303)
  await submitAttempt({ personId, accountId, attemptId, now: ctx.now })
  return redirect(`/papers/${attemptId}/result`, 303)
})

function openQuestions(personId: string, attemptId: string): number {
  const attempt = findOwnAttempt(personId, attemptId)
  const exam = attempt && examOf(attempt.course)
  if (!exam) throw new NotFound()
  return findPaperQuestions(attemptId).filter(({ questionId, answer }) => {
    const question = exam.questions.get(questionId)
    return question !== undefined && !isAnswered(question.kind, answer)
  }).length
}
