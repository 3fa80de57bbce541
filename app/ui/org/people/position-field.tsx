import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Select } from '../../kit/field'

export type PositionChoice = { value: string; label: string; group: 'unit' | 'grassroots' }

/** Which position: those of units first, those of streets and communities after. */
export function PositionField({
  positions,
  answer,
  hint,
  value,
}: {
  positions: PositionChoice[]
  answer: FormAnswer | undefined
  hint?: string
  value?: string
}) {
  const { t } = useTranslation('people')
  return (
    <Select
      name="position"
      label={t('field.position')}
      {...(hint ? { hint } : {})}
      {...(value ? { value } : {})}
      answer={answer}
      options={positions.map((choice) => ({ ...choice, group: t(`group.${choice.group}`) }))}
      empty={t('field.choose')}
      required
    />
  )
}
