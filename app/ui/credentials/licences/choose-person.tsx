import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { type Option, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'

/** Whose licence it is: one of the unit's people. */
export function ChoosePerson({ people, unitId }: { people: Option[]; unitId: string }) {
  const { t } = useTranslation('licences')
  if (people.length === 0)
    return (
      <Empty title={t('new.nobody')}>
        <a href={`/units/${unitId}/people/new`} className="inline-flex min-h-touch items-center">
          {t('new.addPerson')}
        </a>
      </Empty>
    )
  return (
    <form method="get" className="mt-6 max-w-md">
      <Select name="person" label={t('new.person')} options={people} empty={t('form.choose')} required />
      <Button weight="primary">{t('new.next')}</Button>
    </form>
  )
}
