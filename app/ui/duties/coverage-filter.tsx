import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import type { Coverage, CoverageShown } from './coverage'

const shownKinds = ['open', 'overdue', 'due', 'met', 'waived', 'idle', 'bound'] as const satisfies readonly CoverageShown[]

/** What the page is narrowed to: the day, the place and more; all of it stands in the address. */
export function CoverageFilter({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('duties')
  const { filter, options, names, on, today } = coverage
  const shown = shownKinds.map((kind) => ({ value: kind, label: t(`coverage.shown.${kind}`) }))
  const isMore = [filter.sector, filter.trait, filter.position, filter.duty].some((value) => value !== '')
  return (
    <form method="get" className="no-print mt-6">
      <div className="grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]">
        <Field name="on" type="date" label={t('coverage.filter.on')} value={on} />
        <Select
          name="place"
          label={t('coverage.filter.place')}
          value={filter.place}
          options={options.places}
          empty={t('coverage.filter.anyPlace')}
        />
        <Select
          name="standing"
          label={t('coverage.filter.shown')}
          value={names?.shown ?? ''}
          options={shown}
          empty={t('coverage.filter.tables')}
        />
        <div className="mb-5 flex items-end gap-6">
          <Button>{t('coverage.filter.submit')}</Button>
          {(filter.isOn || names !== null || on !== today) && (
            <a href="?" className="inline-flex min-h-touch items-center">
              {t('coverage.filter.clear')}
            </a>
          )}
        </div>
      </div>
      <details open={isMore} className="mb-4">
        <summary className="inline-flex min-h-touch cursor-pointer items-center underline underline-offset-4">
          {t('coverage.filter.more')}
        </summary>
        <div className="grid grid-cols-1 gap-x-4 pt-2 sm:grid-cols-2">
          <Select
            name="sector"
            label={t('coverage.filter.sector')}
            value={filter.sector}
            options={options.sectors}
            empty={t('coverage.filter.anySector')}
          />
          <Select
            name="trait"
            label={t('coverage.filter.trait')}
            value={filter.trait}
            options={options.traits}
            empty={t('coverage.filter.anyTrait')}
          />
          <Select
            name="position"
            label={t('coverage.filter.position')}
            value={filter.position}
            options={options.positions}
            empty={t('coverage.filter.anyPosition')}
          />
          <Select
            name="duty"
            label={t('coverage.filter.duty')}
            value={filter.duty}
            options={options.duties}
            empty={t('coverage.filter.anyDuty')}
          />
        </div>
      </details>
    </form>
  )
}
