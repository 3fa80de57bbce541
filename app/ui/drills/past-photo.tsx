import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Field } from '~/ui/kit/field'

/** The photographed sheet: asked for, never demanded. */
export function PhotoField({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  return (
    <Field
      name="photo"
      label={t('sheet.label')}
      hint={t('sheet.hint')}
      type="file"
      accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
      answer={answer}
    />
  )
}
