import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, type Option, Select } from '~/ui/kit/field'

/** Two steps: which unit, then whom to ask there and from when. */
export function AssignTask({
  place,
  departmentId,
  units,
  chosen,
  today,
  answer,
}: {
  place: string
  departmentId: string
  units: Option[]
  chosen: { id: string; name: string; posts: Option[] } | null
  today: string
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('duties')
  const here = `/street/responsibility/departments/${departmentId}?place=${place}`
  return (
    <section aria-labelledby="assign" className="no-print mt-8 max-w-measure">
      <h2 id="assign" className="mb-4 text-18">
        {t('responsibility.assign.title')}
      </h2>
      {units.length === 0 && <p className="text-ink2">{t('responsibility.assign.nothing')}</p>}
      {units.length > 0 && chosen === null && (
        <form method="get">
          <input type="hidden" name="place" value={place} />
          <Select name="unit" label={t('responsibility.assign.unit')} hint={t('responsibility.assign.unitHint')} options={units} required />
          <Button weight="primary">{t('responsibility.next')}</Button>
        </form>
      )}
      {chosen !== null && (
        <form method="post" action={`${here}&unit=${chosen.id}`}>
          <FormErrors answer={answer} />
          <input type="hidden" name="unitId" value={chosen.id} />
          <p className="mb-5">
            <span className="font-semibold">{chosen.name}</span>{' '}
            <a href={here} className="ml-3 inline-flex min-h-touch items-center">
              {t('responsibility.assign.otherUnit')}
            </a>
          </p>
          <Select
            name="postId"
            label={t('responsibility.assign.contact')}
            hint={t('responsibility.assign.contactHint')}
            options={chosen.posts}
            empty={t('responsibility.assign.anybody')}
            answer={answer}
          />
          <Field name="from" type="date" label={t('responsibility.from')} value={today} answer={answer} required />
          <Button weight="primary">{t('responsibility.assign.submit')}</Button>
        </form>
      )}
    </section>
  )
}
