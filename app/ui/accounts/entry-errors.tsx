import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { FormErrors } from '../kit/field'

/** What is wrong with a form of passwords: those are never sent back, so they have to be typed again. */
export function EntryErrors({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('accounts')
  if (!answer || answer.errors[''] !== undefined) return <FormErrors answer={answer} />
  return (
    <div role="alert" className="mb-5 rounded border border-vermilion bg-raised p-4 text-vermilion">
      <p>{t('error.below')}</p>
    </div>
  )
}
