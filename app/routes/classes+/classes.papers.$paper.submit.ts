import { redirect } from '@remix-run/node'
import { testPaperQuestions } from '~/data/classes/test-papers.server'
import { readPaperForm } from '~/domain/exams/paper-form'
import { isAnswered } from '~/domain/exams/question'
import { isRefused } from '~/domain/shared/refusal'
import { formOf } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { handInClassPaper } from '~/usecases/classes/hand-in-class-paper.server'
import { paperQuestions } from '~/usecases/classes/paper-questions.server'
import { saveClassAnswers } from '~/usecases/classes/save-class-answers.server'

export const loader = serve('person', (_ctx, { params }) => redirect(`/classes/papers/${param(params, 'paper')}`))

/** Hands the paper in with what the form still holds. Asks once when something is not answered; late answers are not taken. */
export const action = serve('person', async (ctx, { request, params }) => {
  const paperId = param(params, 'paper')
  const { personId } = ctx.actor
  const form = await formOf(request)
  const saving = await saveClassAnswers({ personId, paperId, picked: readPaperForm(form), now: ctx.now })
  const late = isRefused(saving) && saving.reason === 'exams:refusal.closed'
  if (isRefused(saving) && !late) return redirect(`/classes/papers/${paperId}`, 303)
  if (!late && form.get('sure') !== 'yes' && openQuestions(paperId) > 0) return redirect(`/classes/papers/${paperId}?confirm`, 303)
  await handInClassPaper({ personId, paperId, now: ctx.now })
  return redirect(`/classes/papers/${paperId}/result`, 303)
})

function openQuestions(paperId: string): number {
  const drawn = testPaperQuestions(paperId)
  const { questions } = paperQuestions(drawn)
  return drawn.filter(({ questionId, answer }) => {
    const question = questions.get(questionId)
    return question !== undefined && !isAnswered(question.kind, answer)
  }).length
}
