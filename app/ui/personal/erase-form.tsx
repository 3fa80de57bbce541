import { type ErasureFault, erasureReasons } from '~/domain/personal/erasure'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors, Select } from '../kit/field'
import { Notice } from '../kit/notice'

type Facts = {
  name: string
  fault: ErasureFault | null
  erased: { at: string; reason: string; rows: number } | null
  answer: FormAnswer | undefined
}

/** What an erasure takes and leaves, why it cannot be done yet, or the form that does it. */
export function EraseForm({ name, fault, erased, answer }: Facts) {
  const { t } = useTranslation('personal')
  if (erased !== null)
    return (
      <Notice kind="done" title={t('erase.done')}>
        <p>{t('erase.doneText', { at: erased.at, reason: t(`erase.reason.${erased.reason}`), count: erased.rows })}</p>
      </Notice>
    )
  return (
    <div className="max-w-measure">
      <p className="text-18">{t('erase.lead', { name })}</p>
      <ul className="mt-4 list-disc space-y-2 pl-5">
        {['goes', 'stays', 'certificates', 'backups'].map((key) => (
          <li key={key}>{t(`erase.${key}`)}</li>
        ))}
      </ul>
      {fault !== null ? (
        <div className="mt-6">
          <Notice kind="stop" title={t('erase.notYet')}>
            <p>{t(`erase.refusal.${fault}`)}</p>
          </Notice>
        </div>
      ) : (
        <form method="post" className="mt-6">
          <FormErrors answer={answer} />
          <Select
            name="reason"
            label={t('erase.why')}
            answer={answer}
            options={erasureReasons.map((value) => ({ value, label: t(`erase.reason.${value}`) }))}
            empty={t('choose')}
            required
          />
          <Field name="typed" label={t('erase.typed', { name })} answer={answer} required maxLength={60} autoComplete="off" />
          <Button weight="danger">{t('erase.go')}</Button>
        </form>
      )}
    </div>
  )
}
