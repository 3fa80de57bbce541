import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Wording } from '~/data/banks/local-questions.server'
import { awaitsVerdict } from '~/domain/banks/question-state'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { type QuestionFacts, QuestionPage, type ShownWording } from '~/ui/banks/question-page'
import { titled } from '~/ui/shell/title'
import { judgeQuestions } from '~/usecases/banks/judge-questions.server'
import { getKeptQuestion } from '~/usecases/banks/reached-bank.server'
import { withdrawQuestion } from '~/usecases/banks/withdraw-question.server'

function shown({ id, nth, body, by, byName, at, verdict, note, judgedAt, judgedBy }: Wording): ShownWording {
  const decided =
    verdict === null || judgedAt === null ? null : { kind: verdict, by: judgedBy ?? '', at: judgedAt.toISOString(), note: note ?? '' }
  return { id, nth, question: body, by: byName ?? by, at: at.toISOString(), verdict: decided }
}

export const loader = serve('supervisor', (ctx, { request, params }): QuestionFacts => {
  const { question, place } = getKeptQuestion(ctx, param(params, 'id'))
  const { id, state, wordings, latest } = question
  const turn = !awaitsVerdict(state) ? null : latest.by === ctx.actor.accountId ? 'own' : 'judge'
  return {
    ...{ id, state, turn, place: { id: place.id, name: place.name }, wordings: wordings.toReversed().map(shown) },
    done: readQuery(request).oneOf('done', ['proposed', 'approved', 'returned', 'withdrawn', 'restored']),
  }
})

const wish = z.object({
  intent: z.enum(['approve', 'return', 'withdraw', 'restore']),
  wording: z.string().max(60).default(''),
  note: z.string().trim().max(500, 'banks:refusal.tooLong').default(''),
  reason: z.string().trim().max(500, 'banks:refusal.tooLong').default(''),
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const { question, place } = getKeptQuestion(ctx, param(params, 'id'))
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const { intent, wording, note, reason } = read.value
  const verdict = intent === 'approve' ? 'approved' : 'returned'
  const outcome =
    intent === 'approve' || intent === 'return'
      ? await judgeQuestions(ctx, { placeId: place.id, wordings: [wording], verdict, note: intent === 'return' ? note : '' })
      : await withdrawQuestion(ctx, { id: question.id, step: intent === 'withdraw' ? 'withdrawn' : 'restored', reason })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/banks/${question.id}?done=${outcome.kind}`, 303)
})

export const handle = titled<typeof loader>((t, { place }) => t('banks:page.title', { place: place.name }))

export default function Question() {
  return <QuestionPage facts={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
