import type { BankQuestion } from '~/domain/banks/question'
import { letterOf } from '~/domain/banks/read-answer'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors, Select, TextArea } from '../kit/field'
import { QuestionCard } from './question-card'

export type QuestionAnswer = FormAnswer & { preview?: BankQuestion }

/** What a question says, typed into fields; a look at it before it is proposed. */
export function QuestionForm({ answer, back }: { answer: QuestionAnswer; back: string }) {
  const { t } = useTranslation('banks')
  const kept = { answer }
  return (
    <form method="post" className="mt-6 max-w-measure">
      <FormErrors answer={answer} />
      {answer.preview !== undefined && (
        <section aria-labelledby="preview" className="mb-6">
          <h2 id="preview">{t('form.preview')}</h2>
          <p className="mb-3 text-ink2">{t('form.previewText')}</p>
          <QuestionCard question={answer.preview} />
        </section>
      )}
      <TextArea name="stem" label={t('field.stem')} hint={t('form.marks')} rows={4} required {...kept} />
      <fieldset className="mb-5">
        <legend className="font-semibold">{t('field.options')}</legend>
        <p className="mb-3 text-14 text-ink2">{t('form.optionsHint')}</p>
        {Array.from({ length: 6 }, (_, place) => (
          <TextArea
            key={letterOf(place)}
            name={`option${letterOf(place)}`}
            label={t('field.option', { letter: letterOf(place) })}
            rows={1}
            {...kept}
          />
        ))}
      </fieldset>
      <Field name="answer" label={t('field.answer')} hint={t('form.answerHint')} required autoComplete="off" {...kept} />
      <TextArea name="explanation" label={t('field.explanation')} hint={t('form.explanationHint')} rows={3} {...kept} />
      <Select
        name="difficulty"
        label={t('field.difficulty')}
        empty={t('form.noDifficulty')}
        options={['1', '2', '3'].map((value) => ({ value, label: t(`difficulty.${value}`) }))}
        {...kept}
      />
      <Field name="point" label={t('field.point')} hint={t('form.pointHint')} maxLength={60} {...kept} />
      <div className="flex flex-wrap items-center gap-3">
        <Button weight="primary" name="intent" value="propose">
          {t('form.propose')}
        </Button>
        <Button name="intent" value="preview">
          {t('form.look')}
        </Button>
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('form.back')}
        </a>
      </div>
      <p className="mt-3 text-14 text-ink2">{t('form.then')}</p>
    </form>
  )
}
