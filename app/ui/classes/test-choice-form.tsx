import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import type { TestChoice } from './test-page'

/** From which topics of the banks the paper is drawn, how many questions, and how it is judged. */
export function TestChoiceForm({ choice, answer }: { choice: TestChoice; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classtest')
  const noTopic = answer?.errors.topics ?? []
  const number = (name: 'questions' | 'pass' | 'minutes', min: number, max: number) => (
    <Field
      name={name}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      label={t(`choice.${name}`)}
      hint={t(`choice.${name}Hint`, { min, max })}
      value={String(choice[name])}
      answer={answer}
      required
    />
  )
  return (
    <section className="mt-10 border-t border-line pt-4">
      <h2>{t('choice.title')}</h2>
      <p className="mt-2">{t(choice.isChosen ? 'choice.chosen' : 'choice.proposed', { count: choice.has })}</p>
      <form method="post" className="mt-4">
        <fieldset>
          <legend className="font-semibold">{t('choice.topics')}</legend>
          {noTopic.length > 0 && <p className="mt-1 text-vermilion">{noTopic.map((key) => t(key)).join(' ')}</p>}
          {choice.banks.map((bank) => (
            <details key={bank.title} open={bank.isOpen} className="border-b border-line">
              <summary className="flex min-h-touch items-center text-indigo underline underline-offset-4">{bank.title}</summary>
              <div className="pb-2">
                {bank.topics.map(({ id, title, count, isChosen }) => (
                  <label key={id} className="flex min-h-touch items-center gap-3">
                    <input
                      type="checkbox"
                      name="topics"
                      value={id}
                      defaultChecked={isChosen}
                      className="h-5 w-5 shrink-0 accent-[var(--indigo)]"
                    />
                    <span className="flex-1">{title}</span>
                    <span className="text-14 text-ink2 tabular-nums">{t('choice.count', { count })}</span>
                  </label>
                ))}
              </div>
            </details>
          ))}
        </fieldset>
        <div className="mt-5 grid gap-x-6 sm:grid-cols-2">
          {number('questions', 3, 50)}
          {number('pass', 50, 100)}
          {number('minutes', 3, 120)}
          <Select
            name="tries"
            label={t('choice.tries')}
            hint={t('choice.triesHint')}
            options={[1, 2, 3].map((tries) => ({ value: String(tries), label: t('choice.triesOption', { count: tries }) }))}
            value={String(choice.tries)}
            answer={answer}
          />
        </div>
        <Button name="intent" value="choose">
          {t('choice.save')}
        </Button>
      </form>
    </section>
  )
}
