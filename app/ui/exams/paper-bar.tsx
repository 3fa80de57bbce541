import { useTranslation } from '~/i18n/words'
import type { ShownQuestion } from './question-field'

/** Stays in sight: how many are answered, until when, whether all is saved, and the way to every question. */
export function PaperBar({ questions, until }: { questions: readonly ShownQuestion[]; until: string }) {
  const { t } = useTranslation('exams')
  const done = questions.filter((question) => question.answered).length
  return (
    <div className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper px-4 py-2">
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span className="font-semibold" data-paper-count data-words={t('paper.answered', { done: '{done}', count: questions.length })}>
          {t('paper.answered', { done, count: questions.length })}
        </span>
        <span data-paper-clock data-words={t('paper.clock')}>
          {t('paper.until', { until })}
        </span>
        <span role="status" className="text-14 text-ink2" data-paper-state />
      </div>
      <details>
        <summary className="inline-flex min-h-touch items-center text-14 text-indigo underline underline-offset-4">
          {t('paper.map')}
        </summary>
        <nav aria-label={t('paper.map')} className="flex flex-wrap gap-2 pb-2">
          {questions.map(({ ordinal, answered }) => (
            <a
              key={ordinal}
              href={`#q${ordinal}`}
              data-map={ordinal}
              data-on={answered ? 'yes' : 'no'}
              data-word-done={t('paper.mapDone', { n: ordinal })}
              data-word-open={t('paper.mapOpen', { n: ordinal })}
              aria-label={t(answered ? 'paper.mapDone' : 'paper.mapOpen', { n: ordinal })}
              className="flex h-11 w-11 items-center justify-center rounded border border-field bg-raised no-underline data-[on=yes]:border-indigo data-[on=yes]:bg-indigo data-[on=yes]:text-on-indigo"
            >
              {ordinal}
            </a>
          ))}
        </nav>
      </details>
    </div>
  )
}
