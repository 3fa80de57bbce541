import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'

const states = ['present', 'ended', 'all'] as const
type Filter = { text: string; position: string | null; state: (typeof states)[number] }

const box = 'mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink'

/** Search, position, and present or ended: all of it in the address. The counts of the two halves add up to the third. */
export function PeopleFilters({
  filter,
  counts,
  positions,
  search,
}: {
  filter: Filter
  counts: Record<(typeof states)[number], number>
  positions: { value: string; label: string }[]
  search: string
}) {
  const { t } = useTranslation('people')
  const address = (state: string) => {
    const query = new URLSearchParams(search)
    query.delete('page')
    query.set('state', state)
    return `?${query}`
  }
  return (
    <div className="no-print mt-6">
      <form method="get" className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
        <input type="hidden" name="state" value={filter.state} />
        <div>
          <label htmlFor="q" className="font-semibold">
            {t('filter.name')}
          </label>
          <input id="q" name="q" type="search" defaultValue={filter.text} className={box} />
        </div>
        <div>
          <label htmlFor="filter-position" className="font-semibold">
            {t('field.position')}
          </label>
          <select id="filter-position" name="position" defaultValue={filter.position ?? ''} className={box}>
            <option value="">{t('filter.anyPosition')}</option>
            {positions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Button>{t('filter.go')}</Button>
      </form>
      <nav aria-label={t('filter.states')} className="mt-4 flex flex-wrap gap-x-6">
        {states.map((state) => (
          <a
            key={state}
            href={address(state)}
            aria-current={state === filter.state ? 'true' : undefined}
            className={`inline-flex min-h-touch items-center ${state === filter.state ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {t(`filter.${state}`, { count: counts[state] })}
          </a>
        ))}
      </nav>
    </div>
  )
}
