import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import type { Option } from '~/ui/kit/field'

/** Any number of a list, as boxes to tick. */
export function Checks({
  name,
  legend,
  hint,
  options,
  chosen,
  answer,
}: {
  name: string
  legend: string
  hint?: string
  options: Option[]
  chosen?: readonly string[]
  answer?: FormAnswer | undefined
}) {
  const { t } = useTranslation('org')
  const errors = answer?.errors[name] ?? []
  return (
    <fieldset className="mb-5">
      <legend className="font-semibold">{legend}</legend>
      {hint && <p className="text-14 text-ink2">{hint}</p>}
      <div className="mt-1 grid grid-cols-1 gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-touch items-center gap-3">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen?.includes(value)} className="h-5 w-5 shrink-0" />
            {label}
          </label>
        ))}
      </div>
      {errors.length > 0 && <p className="mt-1 text-vermilion">{errors.map((key) => t(key, answer?.reasonValues ?? {})).join(' ')}</p>}
    </fieldset>
  )
}
