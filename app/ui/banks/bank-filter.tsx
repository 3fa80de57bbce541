import { questionStates } from '~/domain/banks/question-state'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, type Option, Select } from '../kit/field'

export type BankFilterFacts = {
  places: Option[]
  points: readonly string[]
  chosen: { text: string; state: string; difficulty: string; point: string }
}

/** Which bank, and which of its questions; what is chosen lives in the address. */
export function BankFilter({ facts, place, isEmpty }: { facts: BankFilterFacts; place: string; isEmpty: boolean }) {
  const { places } = facts
  const { t } = useTranslation('banks')
  return (
    <form method="get" className="no-print mt-6 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
      {places.length > 1 ? (
        <Select name="place" label={t('filter.place')} options={places} value={place} />
      ) : (
        <input type="hidden" name="place" value={place} />
      )}
      {!isEmpty && <Narrowing facts={facts} />}
      <p className="mb-5 flex items-end">
        <Button>{t('filter.go')}</Button>
      </p>
    </form>
  )
}

function Narrowing({ facts: { points, chosen } }: { facts: BankFilterFacts }) {
  const { t } = useTranslation('banks')
  return (
    <>
      <Field name="text" label={t('filter.text')} value={chosen.text} type="search" maxLength={100} />
      <Select
        name="state"
        label={t('filter.state')}
        empty={t('filter.every')}
        value={chosen.state}
        options={questionStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <Select
        name="difficulty"
        label={t('field.difficulty')}
        empty={t('filter.every')}
        value={chosen.difficulty}
        options={['1', '2', '3'].map((value) => ({ value, label: t(`difficulty.${value}`) }))}
      />
      {points.length > 0 && (
        <Select
          name="point"
          label={t('field.point')}
          empty={t('filter.every')}
          value={chosen.point}
          options={points.map((value) => ({ value, label: value }))}
        />
      )}
    </>
  )
}
