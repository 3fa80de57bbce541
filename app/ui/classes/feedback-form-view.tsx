import { type FeedbackState, heapSize, paces } from '~/domain/classes/class-feedback'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors, TextArea } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'

export type FeedbackPage = { title: string; state: FeedbackState; given: boolean; done: boolean }

/** Four questions that help the trainer. Nobody's name is kept with them. */
export function FeedbackFormView({ page, answer }: { page: FeedbackPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classtest')
  return (
    <div className="mx-auto max-w-measure">
      <p className="text-ink2">{page.title}</p>
      <h1 className="mt-1">{t('feedback.title')}</h1>
      {page.given ? (
        <div className="mt-4">
          <Notice kind="done" title={t('feedback.thanks')} live={page.done}>
            <p>{t('feedback.thanksText')}</p>
          </Notice>
        </div>
      ) : page.state === 'taken' ? (
        <Questions answer={answer} />
      ) : (
        <p className="mt-4">{t(page.state === 'ahead' ? 'refusal.feedbackAhead' : 'refusal.feedbackOver')}</p>
      )}
    </div>
  )
}

function Questions({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classtest')
  const missing = answer?.errors.pace ?? []
  return (
    <>
      <p className="mt-3">{t('feedback.lead')}</p>
      <p className="mt-2 text-ink2">{t('feedback.unnamed', { count: heapSize })}</p>
      <form method="post" className="mt-6">
        <FormErrors answer={answer} />
        <fieldset className="mb-5" aria-describedby={missing.length > 0 ? 'pace-error' : undefined}>
          <legend className="font-semibold">{t('feedback.pace')}</legend>
          {paces.map((pace) => (
            <label key={pace} className="flex min-h-touch items-center gap-3">
              <input
                type="radio"
                name="pace"
                value={pace}
                defaultChecked={answer?.values.pace === pace}
                required
                className="h-5 w-5 shrink-0 accent-[var(--indigo)]"
              />
              <span>{t(`feedback.paces.${pace}`)}</span>
            </label>
          ))}
          {missing.length > 0 && (
            <p id="pace-error" className="mt-1 text-vermilion">
              {missing.map((key) => t(key)).join(' ')}
            </p>
          )}
        </fieldset>
        <TextArea name="clear" label={t('feedback.clear')} rows={3} answer={answer} />
        <TextArea name="unclear" label={t('feedback.unclear')} rows={3} answer={answer} />
        <TextArea name="more" label={t('feedback.more')} hint={t('feedback.noNames')} rows={3} answer={answer} />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('feedback.send')}
        </Button>
      </form>
    </>
  )
}
