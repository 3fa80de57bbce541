import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Notice } from '~/ui/kit/notice'
import type { DrillFormPage } from './drill-form'

const lines = 'mt-1 block w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink aria-[invalid=true]:border-vermilion'

/** Points that can be opened. */
export function Remember({ title, points }: { title: string; points: string[] }) {
  if (points.length === 0) return null
  return (
    <details className="mb-3">
      <summary className="opens inline-flex min-h-touch items-center">{title}</summary>
      <ul className="mb-3 list-disc pl-6">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </details>
  )
}

type LinesProps = { name: string; label: string; hint: string; text: string; answer: FormAnswer | undefined; rows: number }

/** Several lines of text with a hint. */
export function Lines({ name, label, hint, text, answer, rows }: LinesProps) {
  const { t } = useTranslation('drills')
  const errors = answer?.errors[name] ?? []
  return (
    <div className="mb-5">
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      <p id={`${name}-hint`} className="text-14 text-ink2">
        {hint}
      </p>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={text}
        aria-describedby={errors.length > 0 ? `${name}-hint ${name}-error` : `${name}-hint`}
        aria-invalid={errors.length > 0 ? true : undefined}
        className={lines}
      />
      {errors.length > 0 && (
        <p id={`${name}-error`} className="mt-1 text-vermilion">
          {errors.map((key) => t(key, answer?.reasonValues ?? {})).join(' ')}
        </p>
      )}
    </div>
  )
}

/** A row for each floor or zone: its name and who calls the roll there. */
export function Zones({ page, answer }: { page: DrillFormPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drills')
  const text = (name: string) => answer?.values[name] ?? page.values[name] ?? ''
  const errors = Object.entries(answer?.errors ?? {}).filter(([name]) => /^(zone|marshals)\d+$/.test(name))
  return (
    <fieldset className="mb-5">
      <legend className="text-18 font-semibold">{t('form.zones')}</legend>
      <p className="mb-2 text-14 text-ink2">{t('form.zonesHint')}</p>
      {errors.map(([name, keys]) => (
        <p key={name} className="mb-1 text-vermilion">
          {keys.map((key) => t(key, answer?.reasonValues ?? {})).join(' ')}
        </p>
      ))}
      {Array.from({ length: page.zoneRows }, (_, nth) => nth).map((nth) => (
        <div key={nth} className="mb-2 grid grid-cols-2 gap-3">
          <input
            name={`zone${nth}`}
            defaultValue={text(`zone${nth}`)}
            aria-label={t('form.zone', { n: nth + 1 })}
            maxLength={60}
            className={`${lines} min-h-touch`}
          />
          <input
            name={`marshals${nth}`}
            defaultValue={text(`marshals${nth}`)}
            aria-label={t('form.marshals', { n: nth + 1 })}
            placeholder={t('form.marshalsPlaceholder')}
            list="people"
            autoComplete="off"
            className={`${lines} min-h-touch`}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** Says where there were not people enough to propose. */
export function TooFew({ short: { doubled, empty } }: Pick<DrillFormPage, 'short'>) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  const named = (groups: typeof empty): string => groups.map((group) => t(`group.${group}`)).join(locale === 'zh' ? '、' : ', ')
  if (doubled.length + empty.length === 0) return null
  return (
    <Notice kind="warn" title={t('form.tooFew')}>
      {doubled.length > 0 && <p>{t('form.doubled', { groups: named(doubled) })}</p>}
      {empty.length > 0 && <p>{t('form.emptyGroups', { groups: named(empty) })}</p>}
    </Notice>
  )
}
