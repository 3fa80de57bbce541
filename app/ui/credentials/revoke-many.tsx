import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors, TextArea } from '../kit/field'
import { Empty } from '../kit/notice'

type Row = { id: string; number: string; name: string; unit: string; course: string; passedOn: string }
/** What the register was narrowed down by: the field, and what was chosen in it, in words. */
export type Condition = { field: 'search' | 'state' | 'course' | 'place' | 'unit' | 'from' | 'to'; value: string }
export type RevokeManyFacts = { count: number; search: string; first: Row[]; conditions: Condition[] }

/** What would be revoked, and the form that does it once the number of them is typed. */
export function RevokeMany({
  facts: { count, search, first, conditions },
  answer,
}: {
  facts: RevokeManyFacts
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('credentials')
  const back = `/admin/certificates?${search}`
  if (count === 0)
    return (
      <Empty title={t('register.revoke.none')}>
        {t('register.revoke.noneText')} <a href={back}>{t('register.revoke.back')}</a>
      </Empty>
    )
  return (
    <>
      <h2>{t('register.revoke.count', { count })}</h2>
      <p className="mt-2 max-w-measure">{t('register.revoke.text')}</p>
      <h3 className="mt-6">{t('register.revoke.conditions')}</h3>
      <dl className="mt-2 border-t border-line">
        {conditions.map(({ field, value }) => (
          <div key={field} className="flex flex-wrap gap-x-4 border-b border-line py-2">
            <dt className="w-32 shrink-0 text-ink2">{t(field === 'unit' ? 'register.column.unit' : `register.${field}`)}</dt>
            <dd>{field === 'state' ? t(`register.states.${value}`) : value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-6 font-semibold">{t('register.revoke.first', { count: first.length })}</p>
      <ul className="mt-2 border-t border-line">
        {first.map(({ id, number, name, unit, course, passedOn }) => (
          <li key={id} className="flex flex-wrap gap-x-6 border-b border-line py-2">
            <a href={`/certificates/${id}`} className="font-semibold">
              {name}
            </a>
            <span className="tabular-nums">{number}</span>
            <span className="text-ink2">{[unit, course, passedOn].join(' · ')}</span>
          </li>
        ))}
      </ul>
      <form method="post" action={`?${search}`} className="mt-8 max-w-measure">
        <FormErrors answer={answer} />
        <input type="hidden" name="previewed" value={count} />
        <TextArea name="reason" label={t('revoke.reason')} hint={t('revoke.reasonHint')} rows={3} required answer={answer} />
        <Field name="confirm" label={t('register.revoke.confirm')} inputMode="numeric" required autoComplete="off" answer={answer} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button weight="danger">{t('register.revoke.do')}</Button>
          <a href={back} className="inline-flex min-h-touch items-center">
            {t('revoke.cancel')}
          </a>
        </div>
      </form>
    </>
  )
}
