import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors } from '../kit/field'

/** Takes back all trainings that a sheet brought, with the reason. standing: so many of them still count. */
export function TakeBack({ standing, answer }: { standing: number; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('imports')
  if (standing === 0) return <p className="mt-4 max-w-measure text-ink2">{t('takeBack.done')}</p>
  return (
    <details className="no-print mt-4 max-w-measure" open={answer !== undefined}>
      <summary className="inline-flex min-h-touch cursor-pointer items-center text-ink2">{t('takeBack.title')}</summary>
      <form method="post" className="mt-1">
        <FormErrors answer={answer} />
        <input type="hidden" name="intent" value="takeBack" />
        <p className="mb-3">{t('takeBack.text', { count: standing })}</p>
        <Field name="reason" label={t('takeBack.reason')} answer={answer} maxLength={300} required />
        <Button weight="danger">{t('takeBack.go', { count: standing })}</Button>
      </form>
    </details>
  )
}
