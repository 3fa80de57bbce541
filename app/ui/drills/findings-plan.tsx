import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, TextArea } from '~/ui/kit/field'
import type { FindingsPage } from './findings'

/** "What changes in the plan": the plan as it stands, to be changed, and what changed in words; saved as a further version. */
export function PlanPart({ page: { plan, id }, answer, intent }: { page: FindingsPage; answer: FormAnswer | undefined; intent: string }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const own = intent === 'plan' ? answer : undefined
  const value = (name: string) => ({ name, answer: own, value: own?.values[name] ?? plan.values[name] ?? '' })
  const long = (name: string) => ({ name, answer: own ?? { errors: {}, values: { [name]: plan.values[name] ?? '' } } })
  return (
    <section id="plan" className="mb-6 border-t border-line pt-4">
      <h2>{t('plan.title')}</h2>
      <p>{plan.version === 0 ? t('plan.none') : t('record.planVersion', { version: plan.version })}</p>
      {plan.history.length > 0 && (
        <ul className="mt-1">
          {plan.history.map(({ version, changed, at }) => (
            <li key={version}>
              {t('record.revised', { version, changed })} <span className="text-14 text-ink2">{dayText(at, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      <details open={own !== undefined} className="mt-1">
        <summary className="opens inline-flex min-h-touch items-center">{t('plan.form')}</summary>
        <form method="post" action={`/drills/${id}/findings`} className="mt-2">
          <FormErrors answer={own} />
          <input type="hidden" name="version" value={plan.version} />
          <TextArea name="changed" label={t('plan.changed')} hint={t('plan.changedHint')} rows={3} answer={own} required />
          <Field {...value('commander')} label={t('plan.commander')} required />
          {plan.zones.map(({ nth, name, marshals }) => (
            <div key={nth} className="grid gap-x-4 sm:grid-cols-2">
              <Field name={`zone${nth}`} label={t('plan.zone', { nth: nth + 1 })} value={name} answer={own} maxLength={60} />
              <Field name={`marshals${nth}`} label={t('plan.marshals')} value={marshals} answer={own} maxLength={400} />
            </div>
          ))}
          <TextArea {...long('assembly')} label={t('plan.assembly')} hint={t('plan.assemblyHint')} rows={2} required />
          {['attack', 'contact', 'evacuation', 'care'].map((group) => (
            <Field key={group} {...value(group)} label={t(`plan.${group}`)} />
          ))}
          <Field {...value('partners')} label={t('plan.partners')} maxLength={200} />
          <Field {...value('volunteers')} label={t('plan.volunteers')} maxLength={200} />
          <Button name="intent" value="plan">
            {t('plan.do', { version: plan.version + 1 })}
          </Button>
        </form>
      </details>
    </section>
  )
}
