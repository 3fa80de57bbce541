import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Field, Select } from '~/ui/kit/field'
import type { FieldView, KindView } from './view'

const days = ['firstIssuedOn', 'validFrom', 'validTo', 'reviewDue']

type Values = Readonly<Record<string, string>>
type Facts = { kind: KindView; answer: FormAnswer | undefined; values: Values }

/** Only what is printed on this kind of card; what most do not have printed stands behind a line to open. */
export function LicenceFields({ kind, answer, values }: Facts) {
  const { t } = useTranslation('licences')
  const rare = kind.fields.filter(({ asks, field }) => asks === 'rare' && !values[field])
  return (
    <>
      <Field
        name="printedName"
        label={t('field.printedName')}
        value={values.printedName ?? ''}
        answer={answer}
        autoComplete="off"
        required
        maxLength={60}
      />
      <Field
        name="number"
        label={t('field.number')}
        hint={t('form.numberHint')}
        value={values.number ?? ''}
        answer={answer}
        autoComplete="off"
        autoCapitalize="characters"
        required
        maxLength={60}
      />
      {kind.fields
        .filter((field) => !rare.includes(field))
        .map((field) => (
          <PrintedInput key={field.field} field={field} answer={answer} value={values[field.field] ?? ''} />
        ))}
      {rare.length > 0 && (
        <details className="mb-5" open={rare.some(({ field }) => answer?.values[field])}>
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('form.rare')}</summary>
          {rare.map((field) => (
            <PrintedInput key={field.field} field={field} answer={answer} value="" />
          ))}
        </details>
      )}
    </>
  )
}

function PrintedInput({
  field: { field, asks, hint, options },
  answer,
  value,
}: {
  field: FieldView
  answer: FormAnswer | undefined
  value: string
}) {
  const { t } = useTranslation('licences')
  const label = asks === 'needed' ? t(`field.${field}`) : t('form.ifPrinted', { field: t(`field.${field}`) })
  if (options !== null)
    return (
      <Select
        name={field}
        label={label}
        hint={hint}
        options={options}
        empty={t('form.choose')}
        value={value}
        answer={answer}
        required={asks === 'needed'}
      />
    )
  const isDay = days.includes(field)
  return (
    <Field
      name={field}
      label={label}
      hint={isDay ? t('form.dayHint', { hint }) : hint}
      value={value}
      answer={answer}
      autoComplete="off"
      maxLength={isDay ? 20 : 120}
      required={asks === 'needed'}
      {...(isDay ? { inputMode: 'numeric' as const } : {})}
    />
  )
}

/** A photograph of the card: from the camera where there is one. */
export function PhotoField({ answer, hasOne }: { answer: FormAnswer | undefined; hasOne: boolean }) {
  const { t } = useTranslation('licences')
  const errors = answer?.errors.photo ?? []
  return (
    <div className="mb-5">
      <label htmlFor="photo" className="font-semibold">
        {t(hasOne ? 'photo.another' : 'photo.take')}
      </label>
      <p id="photo-hint" className="text-14 text-ink2">
        {t('photo.hint')}
      </p>
      <input
        id="photo"
        name="photo"
        type="file"
        accept="image/*"
        capture="environment"
        aria-describedby={errors.length > 0 ? 'photo-hint photo-error' : 'photo-hint'}
        aria-invalid={errors.length > 0 || undefined}
        className="mt-1 block min-h-touch w-full text-16 file:mr-4 file:min-h-touch file:rounded file:border file:border-field file:bg-raised file:px-4 file:text-ink"
      />
      {errors.length > 0 && (
        <p id="photo-error" className="mt-1 text-vermilion">
          {errors.map((key) => t(key)).join(' ')}
        </p>
      )}
    </div>
  )
}
