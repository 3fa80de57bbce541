import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Empty } from '~/ui/kit/notice'

export type InboxLine = {
  id: string
  kind: string
  on: string
  isNew: boolean
  isPressing: boolean
  mark: string
  title: string
  says: string
  href: string
}
type Group = { key: 'own' | 'watched'; lines: readonly InboxLine[] }

const watched = new Set(['unit', 'place'])

/** What somebody has to do something about, the most urgent first; what was told before and is done with stands folded beneath. */
export function InboxView({ current, earlier }: { current: readonly InboxLine[]; earlier: readonly InboxLine[] }) {
  const { t } = useTranslation('inbox')
  const groups: Group[] = [
    { key: 'own', lines: current.filter(({ kind }) => !watched.has(kind)) },
    { key: 'watched', lines: current.filter(({ kind }) => watched.has(kind)) },
  ]
  const open = groups.filter(({ lines }) => lines.length > 0)
  return (
    <div className="mx-auto max-w-2xl">
      <h1>{current.length === 0 ? t('none') : t('title', { count: current.length })}</h1>
      {current.length === 0 && <p className="mt-2 text-ink2">{t('noneText')}</p>}
      {open.map(({ key, lines }) => (
        <section key={key} aria-label={t(`group.${key}`)} className="mt-6">
          {open.length > 1 && <h2>{t(`group.${key}`)}</h2>}
          <Lines lines={lines} />
        </section>
      ))}
      <p className="no-print mt-6 flex flex-wrap gap-x-6">
        <a href="/me/notices/settings" className="inline-flex min-h-touch items-center">
          {t('toSettings')}
        </a>
        <a href="/me/notices/calendar" className="inline-flex min-h-touch items-center">
          {t('toCalendar')}
        </a>
      </p>
      {earlier.length > 0 ? (
        <details className="mt-6 border-t border-line pt-2">
          <summary className="flex min-h-touch cursor-pointer items-center text-ink2">{t('earlier', { count: earlier.length })}</summary>
          <Lines lines={earlier} isOver />
        </details>
      ) : (
        current.length === 0 && <Empty title={t('first')}>{t('firstText')}</Empty>
      )}
    </div>
  )
}

function Lines({ lines, isOver = false }: { lines: readonly InboxLine[]; isOver?: boolean }) {
  const { t } = useTranslation('inbox')
  const locale = useLocale()
  return (
    <ul className="mt-2 border-t border-line">
      {lines.map(({ id, mark, title, says, href, on, isNew, isPressing }) => (
        <li key={id} className="border-b border-line py-3">
          <p className={`text-14 ${isPressing && !isOver ? 'font-semibold text-vermilion' : 'text-ink2'}`}>
            {mark}
            {isNew && !isOver && <span className="ml-2 font-semibold text-ink">{t('new')}</span>}
          </p>
          <a href={href} className={`inline-flex min-h-touch items-center ${isOver ? '' : 'font-semibold'}`}>
            {title}
          </a>
          <p className={isOver ? 'text-ink2' : ''}>{says}</p>
          <p className="text-14 text-ink2">{t('toldOn', { on: dayText(on, locale) })}</p>
        </li>
      ))}
    </ul>
  )
}
