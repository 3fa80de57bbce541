import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import type { DutyList } from './entry'

const forces = ['law', 'rule', 'standard', 'policy', 'plan']
const kinds = ['computed', 'stated']

/** Finds duties; the question lives in the address. The rarer questions are folded until one is asked. */
export function DutyFilter({ list }: { list: DutyList }) {
  const { t } = useTranslation('duties')
  const { t: people } = useTranslation('people')
  const { chosen } = list
  const words = (values: string[], under: string) => values.map((value) => ({ value, label: t(`catalogue.${under}.${value}`) }))
  const positions = list.positions.map(({ value, label, group }) => ({ value, label, group: people(`group.${group}`) }))
  return (
    <form method="get" className="no-print mt-6">
      <div className="grid grid-cols-[1fr_auto] items-end gap-x-3">
        <Field name="q" label={t('catalogue.search')} type="search" value={chosen.q} maxLength={60} autoComplete="off" />
        <div className="mb-5">
          <Button weight="primary">{t('unit.filter')}</Button>
        </div>
      </div>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select
          name="position"
          label={t('catalogue.position')}
          value={chosen.position}
          options={positions}
          empty={t('catalogue.anyPosition')}
        />
        <Select name="trait" label={t('catalogue.trait')} value={chosen.trait} options={list.traits} empty={t('catalogue.anyTrait')} />
      </div>
      <div className="mb-4 flex flex-wrap gap-x-6">
        <details open={chosen.force !== '' || chosen.kind !== ''} className="open:basis-full">
          <summary className="inline-flex min-h-touch items-center underline underline-offset-4">{t('catalogue.moreFilters')}</summary>
          <div className="grid gap-x-4 pt-2 sm:grid-cols-2">
            <Select
              name="force"
              label={t('catalogue.forceLabel')}
              value={chosen.force}
              options={words(forces, 'force')}
              empty={t('catalogue.anyForce')}
            />
            <Select
              name="kind"
              label={t('catalogue.kindLabel')}
              value={chosen.kind}
              options={words(kinds, 'kind')}
              empty={t('catalogue.anyKind')}
            />
          </div>
        </details>
        {chosen.isOn && (
          <a href="/duties" className="inline-flex min-h-touch items-center">
            {t('catalogue.clear')}
          </a>
        )}
      </div>
    </form>
  )
}
