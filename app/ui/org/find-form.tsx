import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'

/** One field and a button that looks for what is typed; other parts of the address are carried along. */
export function FindForm({
  name,
  label,
  hint,
  value,
  carried = {},
}: {
  name: string
  label: string
  hint?: string
  value: string
  carried?: Record<string, string>
}) {
  const { t } = useTranslation('org')
  return (
    <form method="get" className="mb-6 max-w-measure">
      {Object.entries(carried).map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-14 text-ink2">
          {hint}
        </p>
      )}
      <div className="mt-1 flex gap-2">
        <input
          id={name}
          name={name}
          type="search"
          defaultValue={value}
          aria-describedby={hint ? `${name}-hint` : undefined}
          className="block min-h-touch w-full min-w-0 flex-1 rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
        />
        <Button weight="primary">{t('find')}</Button>
      </div>
    </form>
  )
}
