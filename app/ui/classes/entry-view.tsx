import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Field, Select, TextArea } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { ActForm } from '~/ui/org/act-form'
import { RegisterFrame } from './register-frame'
import { addresses, type EntryPage, type FieldOf, fields, kindsOf, levels } from './registers'

/** What a form shows: what was typed, else what is kept. */
const shownIn = (answer: FormAnswer | undefined, kept: Record<string, string>): FormAnswer => answer ?? { errors: {}, values: kept }

/** An entry that is new, or one to change or to take out of its register. */
export function EntryView({ page, answer, act }: { page: EntryPage; answer: FormAnswer | undefined; act: 'change' | 'end' | null }) {
  const { t } = useTranslation('training')
  const { register, entry } = page
  const here = addresses[register]
  const shown = shownIn(act === 'end' ? undefined : answer, entry?.values ?? { from: page.today, placeId: page.place })
  return (
    <RegisterFrame register={register}>
      <p className="no-print">
        <a href={here} className="inline-flex min-h-touch items-center">
          {t('backTo', { what: t(`tab.${register}`) })}
        </a>
      </p>
      <p className="text-ink2">{entry === null ? t(`tab.${register}`) : entry.place}</p>
      <h1 className="mt-1">{entry === null ? t(`add.${register}`) : entry.values.name}</h1>
      {entry?.end ? (
        <Ended page={page} end={entry.end} />
      ) : (
        <div className="mt-6">
          <ActForm answer={act === 'end' ? undefined : answer} submit={t(entry === null ? `add.${register}` : 'save')} back={here}>
            <input type="hidden" name="act" value="change" />
            {entry === null ? (
              <Select
                name="placeId"
                label={t('place')}
                hint={t('placeHint')}
                options={page.places}
                empty={t('choose')}
                answer={shown}
                required
              />
            ) : (
              <input type="hidden" name="seen" value={entry.revision} />
            )}
            {fields[register].map((field) => (
              <OneField key={field.name} field={field} page={page} answer={shown} />
            ))}
          </ActForm>
        </div>
      )}
      {entry !== null && entry.end === null && (
        <section className="mt-10" aria-labelledby="end">
          <h2 id="end">{t(`end.${register}`)}</h2>
          <p className="mt-1 mb-4 max-w-measure text-ink2">{t('endWhat')}</p>
          <ActForm answer={act === 'end' ? answer : undefined} submit={t(`end.${register}`)} weight="danger">
            <input type="hidden" name="act" value="end" />
            <Field
              name="lastDay"
              type="date"
              label={t('lastDay')}
              value={page.today}
              answer={act === 'end' ? answer : undefined}
              required
            />
            <Field name="reason" label={t('reason')} maxLength={200} answer={act === 'end' ? answer : undefined} required />
          </ActForm>
        </section>
      )}
    </RegisterFrame>
  )
}

function OneField({
  field: { name, kind, most, optional, hinted },
  page: { register, providers },
  answer,
}: {
  field: FieldOf
  page: EntryPage
  answer: FormAnswer
}) {
  const { t } = useTranslation('training')
  const label = t(`field.${register}.${name}`)
  const common = {
    name,
    label: optional ? t('maybe', { label }) : label,
    answer,
    ...(hinted ? { hint: t(`hint.${register}.${name}`) } : {}),
  }
  const required = !optional
  if (kind === 'long') return <TextArea {...common} rows={name === 'results' ? 8 : 3} required={required} />
  if (kind === 'day') return <Field {...common} type="date" required={required} />
  if (kind === 'year') return <Field {...common} inputMode="numeric" maxLength={most} required={required} />
  if (kind === 'provider') return <Select {...common} options={providers} empty={t('noProvider')} />
  if (kind === 'kind' || kind === 'level') {
    const ids = kind === 'kind' ? kindsOf[register] : levels
    const options = ids.map((value) => ({ value, label: t(kind === 'kind' ? `kind.${register}.${value}` : `level.${value}`) }))
    return <Select {...common} options={options} empty={t('choose')} required={required} />
  }
  return <Field {...common} maxLength={most} required={required} autoComplete="off" />
}

/** What an entry said that is no longer in the register. */
function Ended({ page: { register, entry, providers }, end }: { page: EntryPage; end: { lastDay: string; reason: string } }) {
  const { t } = useTranslation('training')
  const locale = useLocale()
  const values = entry?.values ?? {}
  const textOf = ({ name, kind }: FieldOf): string => {
    const text = values[name] ?? ''
    if (text === '') return ''
    if (kind === 'day') return dayText(text, locale)
    if (kind === 'kind') return t(`kind.${register}.${text}`)
    if (kind === 'level') return t(`level.${text}`)
    return kind === 'provider' ? (providers.find(({ value }) => value === text)?.label ?? '') : text
  }
  return (
    <>
      <div className="mt-6">
        <Notice title={t('endedOn', { day: dayText(end.lastDay, locale), reason: end.reason })} />
      </div>
      <dl className="max-w-measure">
        {fields[register]
          .filter((field) => textOf(field) !== '')
          .map((field) => (
            <div key={field.name} className="border-b border-line py-2">
              <dt className="text-14 text-ink2">{t(`field.${register}.${field.name}`)}</dt>
              <dd className="whitespace-pre-line">{textOf(field)}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
