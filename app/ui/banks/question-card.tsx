import type { BankQuestion } from '~/domain/banks/question'
import { letterOf } from '~/domain/banks/read-answer'
import { useTranslation } from '~/i18n/words'
import { MarkedText } from './marked-text'

/** A question as whoever keeps the bank sees it: with its answer, its explanation and what it is about. */
export function QuestionCard({ question }: { question: BankQuestion }) {
  const { t } = useTranslation('banks')
  const { kind, stem, options, right, explanation, difficulty, point } = question
  const about = [t(`kind.${kind}`), difficulty === null ? null : t(`difficulty.${difficulty}`), point === '' ? null : point]
  return (
    <div className="rounded border border-line bg-raised p-4">
      <p className="mb-2 text-14 text-ink2">{about.filter((words) => words !== null).join(' · ')}</p>
      <MarkedText text={stem} className="text-18" />
      {kind === 'truefalse' ? (
        <p className="mt-3 font-semibold">{t(right[0] === 0 ? 'card.isTrue' : 'card.isFalse')}</p>
      ) : (
        <ol className="mt-3 space-y-2">
          {options.map((option, place) => (
            <li key={letterOf(place)} className="flex gap-2">
              <span className="shrink-0">{letterOf(place)}.</span>
              <div>
                <MarkedText text={option} />
                {right.includes(place) && <p className="font-semibold text-met">{t('card.right')}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
      {explanation !== '' && (
        <div className="mt-4 border-t border-line pt-3">
          <p className="text-14 text-ink2">{t('field.explanation')}</p>
          <MarkedText text={explanation} />
        </div>
      )}
    </div>
  )
}
