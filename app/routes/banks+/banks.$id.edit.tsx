import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { QuestionForm } from '~/ui/banks/question-form'
import { titled } from '~/ui/shell/title'
import { proposeQuestion } from '~/usecases/banks/propose-question.server'
import { getKeptQuestion } from '~/usecases/banks/reached-bank.server'
import { previewed } from './previewed.server'
import { questionFrom, questionTyped, typedFrom } from './question-typed.server'

export const loader = serve('supervisor', (ctx, { params }) => {
  const { question, place } = getKeptQuestion(ctx, param(params, 'id'))
  return { id: question.id, place: place.name, typed: typedFrom(question.latest.body) }
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const { question, place } = getKeptQuestion(ctx, param(params, 'id'))
  const form = await formOf(request)
  const read = parseForm(form, questionTyped)
  if (!read.ok) return formRefused(read.answer)
  const typed = questionFrom(read.value)
  if (isRefused(typed)) return refusedForm(typed, form)
  if (form.get('intent') === 'preview') return previewed(form, typed.question)
  const outcome = await proposeQuestion(ctx, { placeId: place.id, questionId: question.id, question: typed.question })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/banks/${outcome.id}?done=proposed`, 303)
})

export const handle = titled<typeof loader>((t, { place }) => `${t('banks:form.edit')} · ${place}`)

export default function EditQuestion() {
  const { id, place, typed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('banks')
  return (
    <>
      <p className="no-print">
        <a href={`/banks/${id}`} className="inline-flex min-h-touch items-center">
          {t('page.title', { place })}
        </a>
      </p>
      <h1>{t('form.edit')}</h1>
      <p className="mt-2 max-w-measure">{t('form.editText')}</p>
      <QuestionForm answer={answer ?? typed} back={`/banks/${id}`} />
    </>
  )
}
