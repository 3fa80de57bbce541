import { shares } from '~/domain/drills/attendance'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { attendanceSorts, type UnitAttendance } from './attendance'

/** The years there are, each a link; this one is marked. */
export function YearLinks({ page: { year, years }, path }: { page: { year: number; years: number[] }; path: string }) {
  const { t } = useTranslation('drillyear')
  const near = years.filter((one) => Math.abs(one - year) <= 2)
  if (near.length < 2) return null
  return (
    <nav aria-label={t('years')} className="no-print mt-3 flex flex-wrap gap-x-5">
      {near.map((one) => (
        <a
          key={one}
          href={`${path}?year=${one}`}
          aria-current={one === year ? 'page' : undefined}
          className={`inline-flex min-h-touch items-center border-b-2 tabular-nums no-underline ${one === year ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
        >
          {t('year', { year: one })}
        </a>
      ))}
    </nav>
  )
}

/** Who is shown, and in which order: it lives in the address. */
export function AttendanceFilter({ page: { year, filter } }: { page: UnitAttendance }) {
  const { t } = useTranslation('drillyear')
  return (
    <form method="get" className="no-print mt-8 grid grid-cols-2 items-end gap-x-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
      <input type="hidden" name="year" value={year} />
      <Select
        name="share"
        label={t('filter.share')}
        options={shares.map((value) => ({ value, label: t(`share.${value}`) }))}
        empty={t('filter.any')}
        value={filter.share}
      />
      <Select
        name="sort"
        label={t('filter.sort')}
        options={attendanceSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={filter.sort}
      />
      <Field name="name" label={t('filter.name')} value={filter.name} maxLength={30} autoComplete="off" />
      <Button className="mb-5">{t('filter.show')}</Button>
    </form>
  )
}
