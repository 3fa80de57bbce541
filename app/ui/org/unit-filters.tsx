import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, type Option, Select } from '~/ui/kit/field'

export type UnitQuery = { q: string; place: string; sector: string; trait: string; state: string; sort: string }

/** What the list of units is narrowed to and sorted by; all of it goes into the address. */
export function UnitFilters({
  chosen,
  places,
  sectors,
  traits,
}: {
  chosen: UnitQuery
  places: Option[]
  sectors: Option[]
  traits: Option[]
}) {
  const { t } = useTranslation('org')
  const states = (['open', 'closed'] as const).map((value) => ({ value, label: t(`unit.state.${value}`) }))
  const sorts = (['name', 'place', 'sector', 'from', '-from'] as const).map((value) => ({ value, label: t(`unit.sort.${value}`) }))
  const narrowed = chosen.place !== '' || chosen.sector !== '' || chosen.trait !== '' || chosen.state !== ''
  return (
    <form method="get" className="no-print">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1 sm:max-w-measure">
          <Field name="q" type="search" label={t('unit.search')} value={chosen.q} autoComplete="off" />
        </div>
        <div className="mb-5">
          <Button weight="primary">{t('find')}</Button>
        </div>
      </div>
      <details open={narrowed} className="mb-5">
        <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('filter')}</summary>
        <div className="mt-2 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-5">
          <Select name="place" label={t('unit.place')} value={chosen.place} options={places} empty={t('any')} />
          <Select name="sector" label={t('unit.sector')} value={chosen.sector} options={sectors} empty={t('any')} />
          <Select name="trait" label={t('unit.trait')} value={chosen.trait} options={traits} empty={t('any')} />
          <Select name="state" label={t('unit.stateLabel')} value={chosen.state} options={states} empty={t('any')} />
          <Select name="sort" label={t('unit.sortLabel')} value={chosen.sort} options={sorts} />
        </div>
      </details>
    </form>
  )
}
