import { useTranslation } from '~/i18n/words'
import { Button, type Weight } from '~/ui/kit/button'

/** Finds lessons or scripts by a word; what is asked for lives in the address. */
export function FrontSearch(props: { action: string; label: string; like?: string; typed?: string; who?: string | null; weight?: Weight }) {
  const { action, label, like, typed = '', who = null, weight = 'plain' } = props
  const { t } = useTranslation('outreach')
  return (
    <form action={action} className="no-print flex max-w-measure items-end gap-3">
      <label className="min-w-0 grow">
        <span className="font-semibold">{label}</span>
        <input
          type="search"
          name="q"
          defaultValue={typed}
          placeholder={like}
          maxLength={60}
          autoComplete="off"
          enterKeyHint="search"
          className="mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink placeholder:text-ink2"
        />
      </label>
      {who !== null && <input type="hidden" name="who" value={who} />}
      <Button weight={weight}>{t('micro.list.go')}</Button>
    </form>
  )
}
