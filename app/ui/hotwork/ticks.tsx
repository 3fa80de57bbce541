import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'

export type Tick = { name: string; label: string; note?: string }

/** What is wrong with one field that is more than one box. */
export function FieldError({ name, answer }: { name: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('hotwork')
  const errors = answer?.errors[name] ?? []
  if (errors.length === 0) return null
  return (
    <p id={`${name}-error`} className="mt-1 text-vermilion">
      {errors.map((key) => t(key, answer?.reasonValues ?? {})).join(' ')}
    </p>
  )
}

/** Boxes to tick, each under a name of its own, so that what was ticked is kept. `error`: the field that a refusal names. */
export function Ticks({
  legend,
  hint,
  ticks,
  chosen = [],
  error,
  answer,
  children,
}: {
  legend: string
  hint?: string
  ticks: readonly Tick[]
  chosen?: readonly string[]
  error: string
  answer: FormAnswer | undefined
  children?: ReactNode
}) {
  return (
    <fieldset className="mb-5" aria-describedby={answer?.errors[error] ? `${error}-error` : undefined}>
      <legend className="font-semibold">{legend}</legend>
      {hint && <p className="text-14 text-ink2">{hint}</p>}
      {ticks.map((tick) => (
        <TickBox key={tick.name} tick={tick} isChosen={answer ? answer.values[tick.name] === 'on' : chosen.includes(tick.name)} />
      ))}
      {children}
      <FieldError name={error} answer={answer} />
    </fieldset>
  )
}

export function TickBox({ tick: { name, label, note }, isChosen }: { tick: Tick; isChosen: boolean }) {
  return (
    <label className="flex min-h-touch items-center gap-3 py-1">
      <input type="checkbox" name={name} value="on" defaultChecked={isChosen} className="size-5 shrink-0" />
      <span>
        {label}
        {note && <span className="block text-14 text-ink2">{note}</span>}
      </span>
    </label>
  )
}

/** Yes or no, neither chosen beforehand: nobody passes over the question. */
export function YesNo({
  name,
  legend,
  hint,
  yes,
  no,
  answer,
}: {
  name: string
  legend: string
  hint?: string
  yes: string
  no: string
  answer: FormAnswer | undefined
}) {
  return (
    <fieldset className="mb-5" aria-describedby={answer?.errors[name] ? `${name}-error` : undefined}>
      <legend className="font-semibold">{legend}</legend>
      {hint && <p className="text-14 text-ink2">{hint}</p>}
      {[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ].map(({ value, label }) => (
        <label key={value} className="flex min-h-touch items-center gap-3 py-1">
          <input
            type="radio"
            name={name}
            value={value}
            required
            defaultChecked={answer?.values[name] === value}
            className="size-5 shrink-0"
          />
          {label}
        </label>
      ))}
      <FieldError name={name} answer={answer} />
    </fieldset>
  )
}
