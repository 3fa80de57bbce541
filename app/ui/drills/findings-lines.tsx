import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, Select } from '~/ui/kit/field'
import type { FindingsPage } from './findings'

type Facts = { page: FindingsPage; answer: FormAnswer | undefined; intent: string }

/** What the evaluation found wanting: one press makes a finding of it, for oneself, in two weeks; both can be chosen instead. */
export function Proposals({ page: { proposed, isEvaluated, id, owners, me, due } }: { page: FindingsPage }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  if (!isEvaluated)
    return (
      <p className="mb-5">
        <a href={`/drills/${id}/evaluation`} className="inline-flex min-h-touch items-center">
          {t('findings.evaluateFirst')}
        </a>
      </p>
    )
  if (proposed.length === 0) return null
  const owner = owners.find(({ value }) => value === me) ?? owners[0]
  return (
    <section className="mb-6">
      <h2>{t('findings.proposed', { count: proposed.length })}</h2>
      {proposed.map(({ id: question, asks, note, answer }) => (
        <form key={question} method="post" className="border-t border-line py-3">
          <input type="hidden" name="question" value={question} />
          <input type="hidden" name="what" value={(note === '' ? t('findings.fromQuestion', { asks }) : note).slice(0, 300)} />
          <input type="hidden" name="owner" value={owner?.value ?? ''} />
          <input type="hidden" name="due" value={due} />
          <p>
            <strong>{t(`answer.${answer}`)}</strong> {asks}
            {note !== '' && <span className="block text-ink2">{note}</span>}
          </p>
          <Button name="intent" value="finding" className="mt-2">
            {t('findings.take', { name: owner?.label ?? '', day: dayText(due, locale) })}
          </Button>
        </form>
      ))}
    </section>
  )
}

/** What has to be put right: overdue first, then open, then done. */
export function FindingLines({ page: { findings } }: { page: FindingsPage }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  if (findings.length === 0) return <p className="mb-5 text-ink2">{t('findings.none')}</p>
  return (
    <ul className="mb-6 border-b border-line">
      {findings.map(({ id, what, owner, due, redrill, isOverdue, closed }) => (
        <li key={id} className="border-t border-line py-3">
          <p className="font-semibold">
            {what}
            {redrill && ` · ${t('findings.redrillMark')}`}
          </p>
          <p className={isOverdue ? 'text-vermilion' : 'text-ink2'}>
            {isOverdue && `${t('findings.overdue')} · `}
            {t('record.owner', { name: owner, day: dayText(due, locale) })}
          </p>
          {closed !== null ? (
            <p>{t('findings.closed', { done: closed.done, day: dayText(closed.at, locale) })}</p>
          ) : (
            <details>
              <summary className="opens inline-flex min-h-touch items-center">{t('findings.close')}</summary>
              <form method="post" className="mt-1">
                <input type="hidden" name="finding" value={id} />
                <label className="block">
                  <span className="font-semibold">{t('findings.done')}</span>
                  <input
                    name="done"
                    required
                    maxLength={500}
                    className="mb-3 mt-1 block w-full min-h-touch rounded border border-field bg-raised px-3 py-2"
                  />
                </label>
                <Button name="intent" value="close">
                  {t('findings.closeDo')}
                </Button>
              </form>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A finding of one's own words; with a tick it is practising again. */
export function NewFinding({ page: { owners, me, due, today }, answer, intent }: Facts) {
  const { t } = useTranslation('drillrecord')
  const own = intent === 'finding' || intent === 'close' ? answer : undefined
  return (
    <details className="mb-6 border-b border-line pb-1" open={own !== undefined}>
      <summary className="opens flex min-h-touch items-center font-semibold">{t('findings.add')}</summary>
      <form method="post" className="mt-2">
        <FormErrors answer={own} />
        <input type="hidden" name="question" value="" />
        <Field name="what" label={t('findings.what')} answer={own} required maxLength={300} />
        <Select
          name="owner"
          label={t('findings.owner')}
          options={owners}
          value={owners.some(({ value }) => value === me) ? me : ''}
          empty={t('findings.choose')}
          answer={own}
          required
        />
        <Field name="due" label={t('findings.due')} type="date" value={due} min={today} answer={own} required />
        <label className="mb-4 flex min-h-touch items-center gap-3">
          <input type="checkbox" name="redrill" value="yes" className="h-5 w-5 shrink-0" />
          {t('findings.redrill')}
        </label>
        <Button name="intent" value="finding">
          {t('findings.addDo')}
        </Button>
      </form>
    </details>
  )
}
