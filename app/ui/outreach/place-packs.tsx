import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { PackRow } from './place'

/** Packs of the last week: made, being made, or failed. */
export function PackList({ packs }: { packs: readonly PackRow[] }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  if (packs.length === 0) return null
  return (
    <section aria-labelledby="packs" className="no-print mt-10 max-w-measure">
      <h2 id="packs">{t('place.packs')}</h2>
      <ul className="mt-2">
        {packs.map(({ id, at, total, done, state }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line">
            <a href={`/street/posters/packs/${id}`} className="inline-flex min-h-touch items-center">
              {instantText(at, locale)}
            </a>
            <span className="text-ink2">{t(`pack.short.${state}`, { total, done })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
