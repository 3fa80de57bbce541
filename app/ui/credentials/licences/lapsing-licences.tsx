import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '~/ui/kit/icons'

/** A licence that runs out within 90 days, or has; `name` where the page shows several people. */
export type LapseView = { id: string; name: string | null; licence: string; through: string; days: number; isOver: boolean; href: string }

const shown = 8

/** What runs out, the nearest first; nothing where nothing does. */
export function LapsingLicences({ lapses, more }: { lapses: LapseView[]; more?: string }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  if (lapses.length === 0) return null
  const rest = lapses.length - shown
  return (
    <section aria-labelledby="lapses" className="mt-8">
      <h2 id="lapses" className="text-18">
        {t('lapses.title')}
      </h2>
      <ul className="mt-2 border-t border-line">
        {lapses.slice(0, shown).map((lapse) => {
          const day = dayText(lapse.through, locale)
          const words = lapse.isOver
            ? t('lapses.over', { day })
            : lapse.days === 0
              ? t('lapses.today')
              : t('lapses.left', { count: lapse.days, day })
          const tone = lapse.isOver || lapse.days <= 7 ? 'text-vermilion' : 'text-due'
          return (
            <li key={`${lapse.id} ${lapse.href}`} className="flex gap-3 border-b border-line py-2">
              <span className={`mt-3 ${tone}`}>
                <Icon name={lapse.isOver ? 'barred' : 'due'} />
              </span>
              <span className="min-w-0">
                <a href={lapse.href} className="inline-flex min-h-touch items-center">
                  {lapse.name === null ? lapse.licence : `${lapse.name} · ${lapse.licence}`}
                </a>
                <span className={`block ${tone}`}>{words}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {rest > 0 && more !== undefined && (
        <a href={more} className="inline-flex min-h-touch items-center">
          {t('lapses.more', { count: rest })}
        </a>
      )}
    </section>
  )
}
