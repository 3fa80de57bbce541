import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paperTitle } from '~/content/exam.server'
import { findOwnAttempt } from '~/data/exams/attempts.server'
import { readPaperForm } from '~/domain/exams/paper-form'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import { ConfirmSubmit, PaperForm } from '~/ui/exams/paper-form'
import { titled } from '~/ui/shell/title'
import { closeIfDue } from '~/usecases/exams/close-due-attempts.server'
import { saveAnswers } from '~/usecases/exams/save-answers.server'
import { shownPaper } from './shown-paper.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

async function openAttempt(ctx: Signed, id: string) {
  const attempt = findOwnAttempt(ctx.actor.personId, id)
  if (!attempt) throw new NotFound()
  if (attempt.closedAt !== null || (await closeIfDue(attempt, ctx.now))) throw redirect(`/papers/${id}/result`, 303)
  return attempt
}

export const loader = serve('person', async (ctx, { request, params }) => {
  const attempt = await openAttempt(ctx, param(params, 'attempt'))
  const search = new URL(request.url).searchParams
  const course = paperTitle(attempt.course, ctx.locale)
  if (course === null) throw new NotFound()
  const { questions, withdrawn } = shownPaper(attempt, ctx.locale)
  return {
    paper: {
      id: attempt.id,
      address: `/papers/${attempt.id}`,
      course,
      questions,
      withdrawn,
      until: clockText(attempt.deadlineAt),
      now: ctx.now.getTime(),
      deadline: attempt.deadlineAt.getTime(),
    },
    open: questions.filter((question) => !question.answered).map((question) => question.ordinal),
    asks: search.has('confirm'),
    saved: search.has('saved'),
  }
})

export const action = serve('person', async (ctx, { request, params }) => {
  const attemptId = param(params, 'attempt')
  const form = await formOf(request)
  const outcome = await saveAnswers({ personId: ctx.actor.personId, attemptId, picked: readPaperForm(form), now: ctx.now })
  if (!isRefused(outcome)) return redirect(`/papers/${attemptId}?saved`, 303)
  return outcome.reason === 'exams:refusal.closed' ? redirect(`/papers/${attemptId}/result?late`, 303) : refusedForm(outcome, form)
})

export const handle = titled<typeof loader>((t, { paper }) => t('exams:paper.title', { course: paper.course }))

export default function Paper() {
  const { paper, open, asks, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (asks && open.length > 0) return <ConfirmSubmit address={paper.address} open={open} />
  return <PaperForm paper={paper} saved={saved} answer={answer} />
}
