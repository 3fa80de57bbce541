import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Field, type Option, TextArea } from '~/ui/kit/field'
import { ActForm } from '~/ui/org/act-form'
import { Checks } from '~/ui/org/checks'
import { useLocale } from '../use-locale'
import type { ShownTip } from './slices'

/** What was sent, the latest first. */
export function TipList({ tips }: { tips: readonly ShownTip[] }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <section aria-labelledby="tips" className="mt-8">
      <h2 id="tips" className="text-18">
        {t('responsibility.tip.title')}
      </h2>
      {tips.length === 0 && <p className="mt-2 text-ink2">{t('responsibility.tip.none')}</p>}
      <ul className="mt-2 border-t border-line empty:hidden">
        {tips.map((tip) => (
          <li key={tip.id} className="border-b border-line py-3">
            <p className="font-semibold">{tip.title}</p>
            {tip.text !== '' && <p className="max-w-measure whitespace-pre-line">{tip.text}</p>}
            <p className="text-14 text-ink2">
              {dayText(tip.on, locale)}
              {tip.by !== null && ` · ${t('responsibility.tip.by', { name: tip.by })}`}
              {` · ${tip.places.join(t('street.join'))}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Records a tip that was sent; to whom is asked where there are several villages to choose from. */
export function TipForm({ villages, today, answer }: { villages: Option[] | null; today: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('duties')
  return (
    <section aria-labelledby="send" className="no-print mt-8">
      <h2 id="send" className="mb-4 text-18">
        {t('responsibility.tip.record')}
      </h2>
      <ActForm answer={answer} submit={t('responsibility.tip.submit')}>
        {villages !== null && (
          <Checks
            name="placeIds"
            legend={t('responsibility.tip.toWhom')}
            options={villages}
            chosen={villages.map(({ value }) => value)}
            answer={answer}
          />
        )}
        <Field name="on" type="date" label={t('responsibility.tip.on')} value={today} answer={answer} required />
        <Field
          name="title"
          label={t('responsibility.tip.heading')}
          hint={t('responsibility.tip.headingHint')}
          maxLength={60}
          answer={answer}
          required
        />
        <TextArea name="text" label={t('responsibility.tip.text')} hint={t('responsibility.tip.textHint')} answer={answer} />
      </ActForm>
    </section>
  )
}
