import { Form } from '@remix-run/react'
import { answers } from '~/domain/drills/evaluation'
import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, TextArea } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import type { EvaluationPage } from './evaluation'

/** How the drill went, question by question. */
export function EvaluationView({ page, answer }: { page: EvaluationPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { id, unit, on, kind, isOver, isSigned, phases, evaluator, summary } = page
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/drills/${id}/record`} className="inline-flex min-h-touch items-center">
          {t('sign.back')}
        </a>
      </p>
      <p className="text-ink2">
        {unit} · {dayText(on, locale)} · {kind}
        {page.way === 'paper' && ` · ${t('record.paper')}`}
      </p>
      <h1 className="mb-2 mt-1">{t('evaluation.title')}</h1>
      <p className="mb-5 text-ink2">{t(isSigned ? 'evaluation.afterSigning' : 'evaluation.what')}</p>
      {!isOver ? (
        <Notice kind="warn" title={t('evaluation.notOver')} />
      ) : (
        <Form method="post">
          <FormErrors answer={answer} />
          {phases.map(({ phase, questions }) => (
            <section key={phase} className="mb-6">
              <h2>{t(`phase.${phase}`)}</h2>
              {questions.map((question) => (
                <Question key={question.id} question={question} answer={answer} />
              ))}
            </section>
          ))}
          <TextArea
            name="summary"
            label={t('evaluation.summary')}
            hint={t('evaluation.summaryHint')}
            rows={4}
            answer={answer ?? { errors: {}, values: { summary } }}
          />
          <label className="mb-5 flex min-h-touch items-center gap-3">
            <input
              type="checkbox"
              name="redrill"
              value="yes"
              defaultChecked={answer === undefined ? page.redrill : answer.values.redrill !== undefined}
              className="h-5 w-5 shrink-0"
            />
            {t('evaluation.redrill')}
          </label>
          <Field name="evaluator" label={t('evaluation.evaluator')} value={evaluator} answer={answer} required maxLength={60} />
          <Button weight="primary" className="w-full sm:w-auto">
            {t('evaluation.save')}
          </Button>
        </Form>
      )}
    </div>
  )
}

type Asked = EvaluationPage['phases'][number]['questions'][number]

/** One question with its four answers; a note is written where there is something to say. */
function Question({ question: { id, asks, answer: before, note }, answer }: { question: Asked; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  const chosen = answer === undefined ? before : answer.values[`answer-${id}`]
  const written = answer?.values[`note-${id}`] ?? note
  return (
    <fieldset className="border-t border-line py-3">
      <legend className="float-left mb-1 w-full">{asks}</legend>
      <div className="clear-both grid grid-cols-4 gap-2">
        {answers.map((one) => (
          <label
            key={one}
            className="flex min-h-touch cursor-pointer items-center justify-center gap-1 rounded border border-field bg-raised px-1 text-center has-[:checked]:border-indigo has-[:checked]:outline has-[:checked]:outline-1 has-[:checked]:outline-indigo has-[:focus-visible]:outline-2"
          >
            <input type="radio" name={`answer-${id}`} value={one} defaultChecked={chosen === one} className="shrink-0" />
            {t(`answer.${one}`)}
          </label>
        ))}
      </div>
      <details className="mt-1" open={written !== ''}>
        <summary className="opens inline-flex min-h-touch items-center text-14">{t('evaluation.note')}</summary>
        <input
          name={`note-${id}`}
          defaultValue={written}
          maxLength={300}
          aria-label={t('evaluation.noteTo', { asks })}
          className="block w-full min-h-touch rounded border border-field bg-raised px-3 py-2"
        />
      </details>
    </fieldset>
  )
}
