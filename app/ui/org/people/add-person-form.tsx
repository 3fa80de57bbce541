import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import { Field, FormErrors } from '../../kit/field'
import { ClashChoice, type ClashView } from './clash-choice'
import { type PositionChoice, PositionField } from './position-field'

type Facts = { positions: PositionChoice[]; today: string; answer: FormAnswer | undefined; clashes: ClashView[] }

/** Adding somebody by hand: a phone helps to sign in, an ID number is never needed. */
export function AddPersonForm({ positions, today, answer, clashes }: Facts) {
  const { t } = useTranslation('people')
  return (
    <form method="post" className="mt-6 max-w-md">
      {clashes.length > 0 ? <ClashChoice clashes={clashes} name={answer?.values.name ?? ''} /> : <FormErrors answer={answer} />}
      <Field name="name" label={t('field.name')} answer={answer} autoComplete="off" required />
      <PositionField positions={positions} answer={answer} />
      <Field name="from" label={t('field.from')} answer={answer} type="date" value={today} required />
      <Field
        name="phone"
        label={t('field.phoneOptional')}
        hint={t('add.phoneHint')}
        answer={answer}
        type="tel"
        inputMode="tel"
        autoComplete="off"
      />
      <Field
        name="idNumber"
        label={t('field.idNumberOptional')}
        hint={t('add.idHint')}
        answer={answer}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={24}
      />
      {clashes.length === 0 && <Button weight="primary">{t('add.go')}</Button>}
    </form>
  )
}
