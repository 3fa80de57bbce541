import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, type Option, Select } from '~/ui/kit/field'

export type ShownRule = {
  id: string
  kind: string
  placeName: string
  from: string
  to: string | null
  reason: string
  state: 'coming' | 'inForce' | 'over'
  canEnd: boolean
}

/** What places ask for, what they will and what they did. */
export function RuleList({ rules }: { rules: ShownRule[] }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  if (rules.length === 0) return null
  return (
    <ul className="mt-6 max-w-measure border-t border-line">
      {rules.map((rule) => {
        const span = { from: dayText(rule.from, locale), to: rule.to === null ? '' : dayText(rule.to, locale) }
        return (
          <li key={rule.id} className={`border-b border-line py-4 ${rule.state === 'over' ? 'text-ink2' : ''}`}>
            <p className="font-semibold">
              {rule.placeName} · {t(`rules.kind.${rule.kind}`)}
            </p>
            <p>
              {t(`rules.state.${rule.state}`)} · {t(rule.to === null ? 'rules.open' : 'rules.closed', span)}
            </p>
            <p className="text-ink2">{rule.reason}</p>
            {rule.canEnd && (
              <form method="post">
                <button type="submit" name="end" value={rule.id} className="min-h-touch text-indigo underline underline-offset-4">
                  {t('rules.end')}
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function AddRule({
  places,
  kinds,
  today,
  answer,
}: {
  places: Option[]
  kinds: string[]
  today: string
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('licences')
  return (
    <section aria-labelledby="add" className="mt-10 max-w-md">
      <h2 id="add" className="mb-4 text-18">
        {t('rules.add')}
      </h2>
      <form method="post">
        <FormErrors answer={answer} />
        <Select
          name="kind"
          label={t('rules.what')}
          options={kinds.map((kind) => ({ value: kind, label: t(`rules.kind.${kind}`) }))}
          empty={t('form.choose')}
          answer={answer}
          required
        />
        <Select
          name="placeId"
          label={t('rules.place')}
          hint={t('rules.placeHint')}
          options={places}
          empty={t('form.choose')}
          answer={answer}
          required
        />
        <Field name="from" type="date" label={t('rules.from')} value={today} answer={answer} required />
        <Field
          name="reason"
          label={t('rules.reason')}
          hint={t('rules.reasonHint')}
          answer={answer}
          required
          maxLength={200}
          autoComplete="off"
        />
        <Button weight="primary">{t('rules.submit')}</Button>
      </form>
    </section>
  )
}
