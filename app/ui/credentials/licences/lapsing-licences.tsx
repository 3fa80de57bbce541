import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '~/ui/kit/icons'

/** A licence that runs out within 90 days, or has; `name` where the page shows several people, `href` where the reader may open it. */
export type LapseView = {
  id: string
  name: string | null
  licence: string
  through: string
  days: number
  isOver: boolean
  /** The mark it has reached before its last day: 90, 60, 30 or 7. */
  mark: number | null
  href: string | null
}

const marks = [7, 30, 60, 90] as const

/** What runs out, the nearest first; nothing where nothing does. `more`: the page that lists them all. */
export function LapsingLicences({ lapses, more = null, most = 8 }: { lapses: LapseView[]; more?: string | null; most?: number }) {
  const { t } = useTranslation('licences')
  if (lapses.length === 0) return null
  const rest = lapses.length - most
  return (
    <section aria-labelledby="lapses" className="mt-8 max-w-measure">
      <h2 id="lapses" className="text-18">
        {t('lapses.title')}
      </h2>
      {lapses.length > 1 && <Sum lapses={lapses} />}
      <ul className="mt-2 border-t border-line">
        {lapses.slice(0, most).map((lapse) => (
          <Lapse key={lapse.id} lapse={lapse} />
        ))}
      </ul>
      {rest > 0 && more !== null && (
        <a href={more} className="inline-flex min-h-touch items-center">
          {t('lapses.more', { count: rest })}
        </a>
      )}
      {rest > 0 && more === null && <p className="py-2 text-ink2">{t('lapses.more', { count: rest })}</p>}
    </section>
  )
}

/** How many have run out, and how many have reached each mark: each once. */
function Sum({ lapses }: { lapses: LapseView[] }) {
  const { t } = useTranslation('licences')
  const over = lapses.filter(({ isOver }) => isOver).length
  const reached = marks.map((mark) => ({ mark, count: lapses.filter((lapse) => !lapse.isOver && lapse.mark === mark).length }))
  const parts = [
    ...(over > 0 ? [t('lapses.sumOver', { n: over })] : []),
    ...reached.filter(({ count }) => count > 0).map(({ mark, count }) => t('lapses.sumWithin', { mark, n: count })),
  ]
  return <p className="mt-1 text-ink2">{parts.join(t('lapses.join'))}</p>
}

function Lapse({ lapse: { name, licence, through, days, isOver, href } }: { lapse: LapseView }) {
  const { t } = useTranslation('licences')
  const day = dayText(through, useLocale())
  const words = isOver ? t('lapses.over', { day }) : days === 0 ? t('lapses.today') : t('lapses.left', { count: days, day })
  const tone = isOver || days <= 7 ? 'text-vermilion' : 'text-due'
  const what = name === null ? licence : `${name} · ${licence}`
  return (
    <li className="flex items-start gap-3 border-b border-line py-2">
      <span className={`mt-2.5 ${tone}`}>
        <Icon name={isOver ? 'barred' : 'due'} />
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4">
        {href === null ? (
          <span className="py-2">{what}</span>
        ) : (
          <a href={href} className="inline-flex min-h-touch items-center">
            {what}
          </a>
        )}
        <span className={tone}>{words}</span>
      </span>
    </li>
  )
}
