import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import type { ListCoverage } from './list-coverage'

const states = ['missing', 'gone', 'deputy', 'successor', 'covered', 'excused', 'left'] as const

/** What of the list is shown, and for which day it is told; all of it in the address. */
export function ListCoverageFilter({ page: { filter, options } }: { page: ListCoverage }) {
  const { t } = useTranslation('classcover')
  const any = t('filter.any')
  return (
    <form method="get" className="no-print mt-6 grid grid-cols-2 items-end gap-x-4 lg:grid-cols-[1fr_1fr_1fr_1fr_1fr_auto]">
      <Select
        name="state"
        label={t('filter.state')}
        options={states.map((value) => ({ value, label: t(`figure.${value}`) }))}
        empty={any}
        value={filter.state}
      />
      <Select name="place" label={t('filter.place')} options={options.places} empty={any} value={filter.place} />
      <Select name="sector" label={t('filter.sector')} options={options.sectors} empty={any} value={filter.sector} />
      <Field name="name" label={t('filter.name')} value={filter.name} maxLength={60} autoComplete="off" />
      <Field name="on" type="date" label={t('filter.on')} value={filter.on} />
      <Button className="mb-5">{t('filter.show')}</Button>
    </form>
  )
}
