import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'

/** Replacing a licence by the renewed one, and withdrawing it; a withdrawal can be undone on the same day. */
export function EndLicence({
  replaceHref,
  correctHref,
  answer,
}: {
  replaceHref: string
  correctHref: string | null
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('licences')
  return (
    <section aria-labelledby="change" className="no-print mt-10 max-w-measure border-t border-line pt-6">
      <h2 id="change" className="text-18">
        {t('change.title')}
      </h2>
      {correctHref !== null && (
        <p>
          <a href={correctHref} className="inline-flex min-h-touch items-center">
            {t('change.correct')}
          </a>
        </p>
      )}
      <p>
        <a href={replaceHref} className="inline-flex min-h-touch items-center">
          {t('change.replace')}
        </a>
      </p>
      <details open={answer?.errors.reason !== undefined}>
        <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('change.withdraw')}</summary>
        <form method="post" className="mt-3 max-w-md">
          <FormErrors answer={answer} />
          <p className="mb-4 text-ink2">{t('change.withdrawText')}</p>
          <Field name="reason" label={t('change.reason')} answer={answer} required maxLength={200} autoComplete="off" />
          <Button weight="danger" name="intent" value="withdraw">
            {t('change.withdrawSubmit')}
          </Button>
        </form>
      </details>
    </section>
  )
}

/** What was just done, and the way back from a withdrawal. */
export function LicenceDone({ done, canUndo }: { done: string | null; canUndo: boolean }) {
  const { t } = useTranslation('licences')
  if (done === null && !canUndo) return null
  return (
    <Notice kind={done === null ? 'plain' : 'done'} title={t(done === null ? 'done.canUndo' : `done.${done}`)} live>
      {canUndo && (
        <form method="post">
          <button type="submit" name="intent" value="restore" className="min-h-touch underline underline-offset-4">
            {t('done.undo')}
          </button>
        </form>
      )}
    </Notice>
  )
}
