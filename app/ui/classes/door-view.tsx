import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors, type Option, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'

export type DoorPage = {
  classId: string
  part: { key: string; name: string }
  units: Option[]
  /** The unit that was chosen, with who has a post there on the day. */
  unit: { id: string; name: string } | null
  people: Option[]
  rooms: Option[]
}

/** Somebody has come who is not on the list: first his unit, then he himself. */
export function DoorView({ page, answer }: { page: DoorPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classcall')
  const { classId, part, units, unit } = page
  const here = `/classes/${classId}/parts/${part.key}`
  return (
    <div className="max-w-measure">
      <p>
        <a href={here} className="inline-flex min-h-touch items-center">
          {t('door.back')}
        </a>
      </p>
      <h1>{t('door.title')}</h1>
      <p className="mb-4 mt-2">{t('door.lead')}</p>
      {units.length === 0 && <Empty title={t('door.noUnits')}>{t('door.noUnitsText')}</Empty>}
      {units.length > 0 && unit === null && (
        <form method="get">
          <Select name="unit" label={t('door.unit')} options={units} empty={t('door.chooseUnit')} required />
          <Button weight="primary">{t('door.next')}</Button>
        </form>
      )}
      {unit !== null && <People page={page} unit={unit} answer={answer} />}
      {unit !== null && (
        <p className="mt-4">
          <a href={`${here}/door`} className="inline-flex min-h-touch items-center">
            {t('door.otherUnit')}
          </a>
        </p>
      )}
    </div>
  )
}

function People({
  page: { people, rooms },
  unit,
  answer,
}: {
  page: DoorPage
  unit: { id: string; name: string }
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('classcall')
  if (people.length === 0) return <Empty title={`${unit.name}：${t('door.noPeople')}`}>{t('door.noPeopleText')}</Empty>
  return (
    <form method="post">
      <FormErrors answer={answer} />
      <p className="mb-4 text-18 font-semibold">{unit.name}</p>
      <input type="hidden" name="unitId" value={unit.id} />
      <Select name="personId" label={t('door.person')} options={people} empty={t('door.choosePerson')} answer={answer} required />
      <Select name="classroomId" label={t('door.room')} options={rooms} value={rooms[0]?.value ?? ''} answer={answer} required />
      <Button weight="primary">{t('door.add')}</Button>
    </form>
  )
}
