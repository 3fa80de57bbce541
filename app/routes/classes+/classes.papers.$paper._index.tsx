import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { testPaperQuestions } from '~/data/classes/test-papers.server'
import { stepsOfTest } from '~/data/classes/tests.server'
import { paperEnds } from '~/domain/classes/class-paper'
import { readPaperForm } from '~/domain/exams/paper-form'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import { ConfirmSubmit, PaperForm } from '~/ui/exams/paper-form'
import { titled } from '~/ui/shell/title'
import { paperQuestions } from '~/usecases/classes/paper-questions.server'
import { saveClassAnswers } from '~/usecases/classes/save-class-answers.server'
import { shownQuestions } from '../exams+/shown-paper.server'
import { namesOfPaper, openOwnPaper } from './own-test-paper.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export const loader = serve('person', async (ctx, { request, params }) => {
  const paper = await openOwnPaper(ctx, param(params, 'paper'))
  const search = new URL(request.url).searchParams
  const { title } = await namesOfPaper(paper)
  const drawn = testPaperQuestions(paper.id)
  const { questions, withdrawn } = shownQuestions(drawn, paperQuestions(drawn), ctx.locale)
  const ends = paperEnds(paper, stepsOfTest(paper.testId))
  return {
    paper: {
      ...{ id: paper.id, address: `/classes/papers/${paper.id}`, course: title, questions, withdrawn },
      until: clockText(ends),
      now: ctx.now.getTime(),
      deadline: ends.getTime(),
    },
    open: questions.filter((question) => !question.answered).map((question) => question.ordinal),
    asks: search.has('confirm'),
    saved: search.has('saved'),
  }
})

export const action = serve('person', async (ctx, { request, params }) => {
  const paperId = param(params, 'paper')
  const form = await formOf(request)
  const outcome = await saveClassAnswers({ personId: ctx.actor.personId, paperId, picked: readPaperForm(form), now: ctx.now })
  if (!isRefused(outcome)) return redirect(`/classes/papers/${paperId}?saved`, 303)
  return outcome.reason === 'exams:refusal.closed' ? redirect(`/classes/papers/${paperId}/result?late`, 303) : refusedForm(outcome, form)
})

export const handle = titled<typeof loader>((t, { paper }) => t('exams:paper.title', { course: paper.course }))

export default function PaperOfClass() {
  const { paper, open, asks, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (asks && open.length > 0) return <ConfirmSubmit address={paper.address} open={open} />
  return <PaperForm paper={paper} saved={saved} answer={answer} />
}
