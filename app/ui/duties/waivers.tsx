import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, type Option, Select, TextArea } from '~/ui/kit/field'
import { useLocale } from './use-locale'

export type ShownWaiver = { id: string; title: string; name: string; from: string; through: string; reason: string; isOver: boolean }

/** What is lifted, from whom, why and until when; what is over stays readable. */
export function WaiverList({ waivers }: { waivers: ShownWaiver[] }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <ul className="mt-6">
      {waivers.map((waiver) => {
        const span = { from: dayText(waiver.from, locale), through: dayText(waiver.through, locale) }
        return (
          <li key={waiver.id} className={`border-b border-line py-4 ${waiver.isOver ? 'text-ink2' : ''}`}>
            <p className="font-semibold">
              {waiver.name} · {waiver.title}
            </p>
            <p>{t(waiver.isOver ? 'waive.spanOver' : 'waive.span', span)}</p>
            <p>{t('waive.because', { reason: waiver.reason })}</p>
            {!waiver.isOver && (
              <form method="post" action={`?end=${waiver.id}`}>
                <button type="submit" className="min-h-touch text-indigo underline underline-offset-4">
                  {t('waive.end')}
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type Chosen = { id: string; title: string; subjects: Option[] }

/** Two steps: which duty, then whom, until when and why. */
export function GrantWaiver({
  duties,
  chosen,
  today,
  answer,
}: {
  duties: Option[]
  chosen: Chosen | null
  today: string
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('duties')
  return (
    <section aria-labelledby="grant" className="mt-8 max-w-measure">
      <h2 id="grant" className="mb-4 text-18">
        {t('waive.grant')}
      </h2>
      {duties.length === 0 && <p className="text-ink2">{t('waive.nothing')}</p>}
      {duties.length > 0 && chosen === null && (
        <form method="get">
          <Select name="duty" label={t('waive.duty')} hint={t('waive.dutyHint')} options={duties} required />
          <Button>{t('waive.next')}</Button>
        </form>
      )}
      {chosen !== null && (
        <form method="post" action={`?duty=${chosen.id}`}>
          <FormErrors answer={answer} />
          <input type="hidden" name="dutyId" value={chosen.id} />
          <p className="mb-5">
            <span className="font-semibold">{chosen.title}</span>{' '}
            <a href="?" className="ml-3 inline-flex min-h-touch items-center">
              {t('waive.otherDuty')}
            </a>
          </p>
          <Select name="subjectId" label={t('waive.subject')} options={chosen.subjects} answer={answer} required />
          <Field name="from" type="date" label={t('waive.from')} value={today} answer={answer} required />
          <Field name="through" type="date" label={t('waive.through')} hint={t('waive.throughHint')} answer={answer} required />
          <TextArea name="reason" label={t('waive.reason')} hint={t('waive.reasonHint')} answer={answer} required />
          <Button weight="primary">{t('waive.submit')}</Button>
        </form>
      )}
    </section>
  )
}
