import { type FeedbackState, heapSize, type Pace, paces } from '~/domain/classes/class-feedback'
import { useTranslation } from '~/i18n/words'
import { QrCode } from '~/ui/duties/qr-code'
import { Empty } from '~/ui/kit/notice'

export type SaidLine = { text: string; times: number }
export type FeedbackSummary = {
  id: string
  title: string
  /** Where those who came answer. */
  address: string
  state: FeedbackState
  /** How many have answered, in full heaps while answers are taken; and how many of the answers are shown. */
  given: number
  shown: number
  pace: Record<Pace, number>
  clear: SaidLine[]
  unclear: SaidLine[]
  more: SaidLine[]
}

/** What those who came said, without anybody's name; nothing of fewer than five. */
export function FeedbackSummaryView({ page }: { page: FeedbackSummary }) {
  const { t } = useTranslation('classtest')
  const { given, shown, state } = page
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href={`/classes/${page.id}`} className="inline-flex min-h-touch items-center">
          {t('run.back')}
        </a>
      </p>
      <p className="text-ink2">{page.title}</p>
      <h1 className="mt-1">{t('summary.title')}</h1>
      <p className="mt-3">{t(state === 'ahead' ? 'refusal.feedbackAhead' : `summary.${state}`, { count: given, size: heapSize })}</p>
      {shown === 0 ? (
        <Empty title={t('summary.none', { count: heapSize })}>
          <p>{t(state === 'over' ? 'summary.noneOver' : 'summary.noneText')}</p>
        </Empty>
      ) : (
        <>
          <h2 className="mt-8">{t('feedback.pace')}</h2>
          <dl className="mt-2 grid grid-cols-3 gap-4 border-y border-line py-3">
            {paces.map((pace) => (
              <div key={pace}>
                <dt className="text-14 text-ink2">{t(`feedback.paces.${pace}`)}</dt>
                <dd className="text-22 font-semibold tabular-nums">{page.pace[pace]}</dd>
              </div>
            ))}
          </dl>
          <Said title={t('feedback.clear')} lines={page.clear} />
          <Said title={t('feedback.unclear')} lines={page.unclear} />
          <Said title={t('feedback.more')} lines={page.more} />
        </>
      )}
      <p className="mt-8 text-14 text-ink2">{t('summary.note')}</p>
      {state === 'taken' && (
        <section className="mt-8 border-t border-line pt-4">
          <p>{t('summary.scan')}</p>
          <QrCode text={page.address} label={t('summary.qr')} className="mt-4 h-auto w-full max-w-72" />
          <p className="mt-2 break-all text-14 text-ink2">{page.address}</p>
        </section>
      )}
    </div>
  )
}

function Said({ title, lines }: { title: string; lines: SaidLine[] }) {
  const { t } = useTranslation('classtest')
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="mt-2 text-ink2">{t('summary.nothing')}</p>
      ) : (
        <ul className="mt-2">
          {lines.map(({ text, times }) => (
            <li key={text} className="border-b border-line py-2 whitespace-pre-line">
              {times > 1 ? t('summary.times', { text, times }) : text}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
