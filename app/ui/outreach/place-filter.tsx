import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import type { PlacePage } from './place'

const windows = ['7', '30', '365'] as const
const only = ['all', 'never', 'bare', 'scanned'] as const
const sorts = ['order', 'opened', 'last'] as const

/** Which place, which days, which sites: it lives in the address. */
export function PlaceFilter({ page: { frame, filter } }: { page: PlacePage }) {
  const { t } = useTranslation('outreach')
  const isNarrowed = filter.isOn || filter.sort !== 'order'
  return (
    <form action="/street/posters" className="no-print mt-4">
      <div className="grid grid-cols-2 gap-x-4 sm:max-w-xl">
        <Select name="place" label={t('place.filter.place')} options={[...frame.places]} value={frame.place.id} />
        <Select
          name="days"
          label={t('place.filter.days')}
          options={windows.map((value) => ({ value, label: t(`place.days.${value}`) }))}
          value={frame.days}
        />
      </div>
      <details open={isNarrowed}>
        <summary className="opens flex min-h-touch cursor-pointer items-center text-indigo">{t('place.filter.more')}</summary>
        <div className="mt-2 grid grid-cols-2 gap-x-4 sm:max-w-3xl sm:grid-cols-3">
          <Select
            name="only"
            label={t('place.filter.only')}
            options={only.map((value) => ({ value, label: t(`place.only.${value}`) }))}
            value={filter.only}
          />
          <Select
            name="sort"
            label={t('place.filter.sort')}
            options={sorts.map((value) => ({ value, label: t(`place.sort.${value}`) }))}
            value={filter.sort}
          />
          <div className="col-span-2 sm:col-span-1">
            <Field name="name" label={t('place.filter.name')} value={filter.name} maxLength={30} autoComplete="off" />
          </div>
        </div>
      </details>
      <Button className="mb-4">{t('place.filter.show')}</Button>
    </form>
  )
}
