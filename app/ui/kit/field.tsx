import type { InputHTMLAttributes, ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'

const box =
  'mt-1 block w-full min-h-touch rounded border border-field bg-raised px-3 py-2 text-16 text-ink aria-[invalid=true]:border-vermilion'

/** faults: what is wrong with what stands in the field before anything was sent, in words. */
type Common = { name: string; label: string; hint?: string; answer?: FormAnswer | undefined; faults?: readonly string[] }

/** Label, hint, control and error, bound together. */
function Labelled({
  name,
  label,
  hint,
  answer,
  faults = [],
  children,
}: Common & { children: (bound: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode }) {
  const { t } = useTranslation('shell')
  const sent = (answer?.errors[name] ?? []).map((key) => t(key, answer?.reasonValues ?? {}))
  const errors = answer === undefined ? faults : sent
  const described = [hint && `${name}-hint`, errors.length > 0 && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className="mb-5">
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-14 text-ink2">
          {hint}
        </p>
      )}
      {children({
        id: name,
        ...(errors.length > 0 ? { 'aria-invalid': true as const } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
      })}
      {errors.length > 0 && (
        <p id={`${name}-error`} className="mt-1 text-vermilion">
          {errors.join(' ')}
        </p>
      )}
    </div>
  )
}

/** A text-like field that keeps what was typed. */
export function Field({
  name,
  label,
  hint,
  answer,
  faults = [],
  value,
  ...rest
}: Common & { value?: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'value'>) {
  return (
    <Labelled name={name} label={label} {...(hint ? { hint } : {})} answer={answer} faults={faults}>
      {(bound) => <input name={name} defaultValue={answer?.values[name] ?? value} className={box} {...rest} {...bound} />}
    </Labelled>
  )
}

export type Option = { value: string; label: string; group?: string }

/** One of a list. Options with a group are gathered under it. */
export function Select({
  name,
  label,
  hint,
  answer,
  faults = [],
  value,
  options,
  empty,
  required,
}: Common & { value?: string; options: Option[]; empty?: string; required?: boolean }) {
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <Labelled name={name} label={label} {...(hint ? { hint } : {})} answer={answer} faults={faults}>
      {(bound) => (
        <select name={name} defaultValue={answer?.values[name] ?? value ?? ''} required={required} className={box} {...bound}>
          {empty !== undefined && <option value="">{empty}</option>}
          {groups.map((group) =>
            group === undefined ? (
              options.filter((option) => option.group === undefined).map((option) => <OptionLine key={option.value} option={option} />)
            ) : (
              <optgroup key={group} label={group}>
                {options
                  .filter((option) => option.group === group)
                  .map((option) => (
                    <OptionLine key={option.value} option={option} />
                  ))}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Labelled>
  )
}

const OptionLine = ({ option }: { option: Option }) => <option value={option.value}>{option.label}</option>

/** Several lines of text. */
export function TextArea({ name, label, hint, answer, rows = 5, required }: Common & { rows?: number; required?: boolean }) {
  return (
    <Labelled name={name} label={label} {...(hint ? { hint } : {})} answer={answer}>
      {(bound) => <textarea name={name} rows={rows} required={required} defaultValue={answer?.values[name]} className={box} {...bound} />}
    </Labelled>
  )
}

/** What is wrong with the form as a whole, announced. */
export function FormErrors({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('shell')
  const whole = answer?.errors[''] ?? []
  if (!answer || Object.keys(answer.errors).length === 0) return null
  return (
    <div role="alert" className="mb-5 rounded border border-vermilion bg-raised p-4 text-vermilion">
      {whole.length > 0 ? whole.map((key) => <p key={key}>{t(key, answer.reasonValues ?? {})}</p>) : <p>{t('formHasErrors')}</p>}
    </div>
  )
}
