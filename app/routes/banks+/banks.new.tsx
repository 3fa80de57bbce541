import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { QuestionForm } from '~/ui/banks/question-form'
import { titled } from '~/ui/shell/title'
import { proposeQuestion } from '~/usecases/banks/propose-question.server'
import { getKeptBank, keptBanks } from '~/usecases/banks/reached-bank.server'
import { previewed } from './previewed.server'
import { questionFrom, questionTyped } from './question-typed.server'

export const loader = serve('supervisor', (ctx, { request }) => {
  const asked = readQuery(request).text('place')
  const { id, name } = asked === null ? keptBanks(ctx)[0] : getKeptBank(ctx, asked)
  return { place: { id, name } }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const asked = readQuery(request).text('place')
  const place = asked === null ? keptBanks(ctx)[0] : getKeptBank(ctx, asked)
  const form = await formOf(request)
  const read = parseForm(form, questionTyped)
  if (!read.ok) return formRefused(read.answer)
  const typed = questionFrom(read.value)
  if (isRefused(typed)) return refusedForm(typed, form)
  if (form.get('intent') === 'preview') return previewed(form, typed.question)
  const outcome = await proposeQuestion(ctx, { placeId: place.id, questionId: null, question: typed.question })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/banks/${outcome.id}?done=proposed`, 303)
})

export const handle = titled<typeof loader>((t, { place }) => `${t('banks:form.new')} · ${place.name}`)

export default function NewQuestion() {
  const { place } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('banks')
  return (
    <>
      <p className="no-print">
        <a href={`/banks?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('list.title', { place: place.name })}
        </a>
      </p>
      <h1>{t('form.new')}</h1>
      <QuestionForm answer={answer ?? { errors: {}, values: {} }} back={`/banks?place=${place.id}`} />
    </>
  )
}
