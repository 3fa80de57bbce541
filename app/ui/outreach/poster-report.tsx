import { longestNote, posterFaults } from '~/domain/outreach/report'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors, TextArea } from '~/ui/kit/field'

type Page = { code: string; place: string | null; isSent: boolean; back: string }

/** A passer-by says what is wrong with a poster: one tap, and a sentence if he likes. */
export function ReportPoster({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('outreach')
  if (page.isSent) return <Received back={page.back} />
  const missing = answer?.errors.fault
  return (
    <div className="mx-auto max-w-measure">
      <p className="text-ink2">{page.place ?? (/[A-Z0-9]/.test(page.code) ? t('poster.report.placeless', { code: page.code }) : null)}</p>
      <h1>{t('poster.report.title')}</h1>
      <p className="mt-2 text-ink2">{t('poster.report.nameless')}</p>
      <form method="post" className="mt-6">
        <FormErrors answer={answer} />
        <fieldset className="mb-5" aria-describedby={missing ? 'fault-error' : undefined}>
          <legend className="font-semibold">{t('poster.report.fault')}</legend>
          {posterFaults.map((fault) => (
            <label key={fault} className="mt-2 flex min-h-touch items-center gap-3 rounded border border-field bg-raised px-3">
              <input
                type="radio"
                name="fault"
                value={fault}
                required
                defaultChecked={answer?.values.fault === fault}
                className="h-5 w-5 shrink-0"
              />
              {t(`poster.report.faults.${fault}`)}
            </label>
          ))}
          {missing && (
            <p id="fault-error" className="mt-1 text-vermilion">
              {missing.map((key) => t(key)).join(' ')}
            </p>
          )}
        </fieldset>
        <TextArea
          name="note"
          label={t('poster.report.note')}
          hint={t('poster.report.noteHint', { most: longestNote })}
          answer={answer}
          rows={3}
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('poster.report.send')}
        </Button>
      </form>
    </div>
  )
}

function Received({ back }: { back: string }) {
  const { t } = useTranslation('outreach')
  return (
    <div className="mx-auto max-w-measure" role="status">
      <h1>{t('poster.report.thanks')}</h1>
      <p className="mt-4">{t('poster.report.thanksText')}</p>
      <p className="mt-6 flex flex-wrap gap-x-6">
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('poster.report.toLesson')}
        </a>
        <a href="?" className="inline-flex min-h-touch items-center">
          {t('poster.report.again')}
        </a>
      </p>
    </div>
  )
}
