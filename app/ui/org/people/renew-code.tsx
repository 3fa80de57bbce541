import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import { Field, FormErrors } from '../../kit/field'

/** A new code ends the printed one, so it is behind one more tap. */
export function RenewCode({ exists, answer, today }: { exists: boolean; answer: FormAnswer | undefined; today: string }) {
  const { t } = useTranslation('people')
  return (
    <details className="no-print mt-8 max-w-md border-t border-line pt-2" open={!exists || answer !== undefined}>
      <summary className="flex min-h-touch items-center text-indigo underline underline-offset-4">
        {exists ? t('code.renewTitle') : t('code.makeTitle')}
      </summary>
      <form method="post" className="mt-3">
        {exists && <p className="mb-4 text-due">{t('code.renewWarning')}</p>}
        <FormErrors answer={answer} />
        <Field name="expiresOn" label={t('code.expiresOn')} hint={t('code.expiresHint')} type="date" min={today} answer={answer} />
        <Button weight={exists ? 'danger' : 'primary'}>{exists ? t('code.renew') : t('code.make')}</Button>
      </form>
    </details>
  )
}
