import type { TFunction } from 'i18next'
import { useTranslation } from '~/i18n/words'
import type { RegisterRow, StateKey } from './permit-view'
import { StateLine } from './state-line'

const burns: readonly StateKey[] = ['burning', 'over']
const watched: readonly StateKey[] = ['watching', 'lookDue']

/** The page's answer: what burns, what is watched, and what waits to be decided. */
export function todayWords(t: TFunction, rows: readonly RegisterRow[]): string {
  const count = (states: readonly StateKey[]) => rows.filter(({ state }) => states.includes(state)).length
  const parts = [
    { key: 'today.burning', count: count(burns) },
    { key: 'today.watched', count: count(watched) },
    { key: 'today.waiting', count: count(['waiting']) },
  ].filter(({ count }) => count > 0)
  if (parts.length > 0) return parts.map(({ key, count }) => t(key, { count })).join(t('comma'))
  return t(rows.length > 0 ? 'today.quiet' : 'today.none')
}

/** Today's permits and whatever still burns or is watched. */
export function TodayList({ rows, unitId }: { rows: RegisterRow[]; unitId: string }) {
  const { t } = useTranslation('hotwork')
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="today" className="mt-8 max-w-3xl">
      <h2 id="today">{t('today.title')}</h2>
      <ul className="mt-2 border-t border-line">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line py-3">
            <p className="flex flex-wrap items-center gap-x-3">
              <StateLine state={row.state} />
              {row.nextLook !== null && <span>{t('today.nextLook', { at: row.nextLook })}</span>}
            </p>
            <a href={`/units/${unitId}/hot-work/${row.id}`} className="inline-flex min-h-touch items-center text-18 font-semibold">
              {row.place}
            </a>
            <p className="text-ink2">{t('today.line', { when: row.when, workers: row.workers, guard: row.guard })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
