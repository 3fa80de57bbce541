import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, type Option, Select } from '../kit/field'

type Chosen = { q: string; state: string; course: string; place: string; unit: string; from: string; to: string; sort: string }
export type RegisterFiltersFacts = { chosen: Chosen; states: string[]; sorts: string[]; courses: Option[]; places: Option[] }

/** What the register is narrowed down to and sorted by; all of it goes into the address. */
export function RegisterFilters({ facts: { chosen, states, sorts, courses, places } }: { facts: RegisterFiltersFacts }) {
  const { t } = useTranslation('credentials')
  const { q, sort, ...others } = chosen
  const isNarrowed = Object.values(others).some((value) => value !== '')
  return (
    <form method="get" className="no-print">
      {chosen.unit !== '' && <input type="hidden" name="unit" value={chosen.unit} />}
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1 sm:max-w-measure">
          <Field name="q" type="search" label={t('register.search')} hint={t('register.searchHint')} value={q} autoComplete="off" />
        </div>
        <div className="mb-5">
          <Button weight="primary">{t('register.find')}</Button>
        </div>
      </div>
      <details open={isNarrowed || sort !== '-serial'} className="mb-5">
        <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('register.filter')}</summary>
        <div className="mt-2 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            name="state"
            label={t('register.state')}
            value={chosen.state}
            options={states.map((value) => ({ value, label: t(`register.states.${value}`) }))}
            empty={t('register.any')}
          />
          <Select name="course" label={t('register.course')} value={chosen.course} options={courses} empty={t('register.any')} />
          {places.length > 0 && (
            <Select name="place" label={t('register.place')} value={chosen.place} options={places} empty={t('register.any')} />
          )}
          <Field name="from" type="date" label={t('register.from')} value={chosen.from} />
          <Field name="to" type="date" label={t('register.to')} value={chosen.to} />
          <Select
            name="sort"
            label={t('register.sort')}
            value={sort}
            options={sorts.map((value) => ({ value, label: t(`register.sorts.${value}`) }))}
          />
        </div>
      </details>
    </form>
  )
}
