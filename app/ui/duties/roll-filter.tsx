import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import type { Roll } from './roll'

/** Finds people in a unit's list; the question lives in the address. */
export function RollFilter({ roll }: { roll: Roll }) {
  const { t } = useTranslation('duties')
  const { filter } = roll
  return (
    <div className="no-print mt-6">
      <form method="get" className="grid grid-cols-2 gap-x-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
        <Field name="name" label={t('unit.search')} type="search" value={filter.name} maxLength={60} autoComplete="off" />
        <Select name="position" label={t('unit.position')} value={filter.position} options={roll.positions} empty={t('unit.anyPosition')} />
        <div className="mb-5">
          <Button>{t('unit.filter')}</Button>
        </div>
      </form>
      {filter.isOn && (
        <p>
          {t('unit.found', { n: roll.total })}{' '}
          <a href="?" className="ml-3 inline-flex min-h-touch items-center">
            {t('unit.clear')}
          </a>
        </p>
      )}
    </div>
  )
}
