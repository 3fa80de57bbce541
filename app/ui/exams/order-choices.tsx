import { useTranslation } from '~/i18n/words'
import type { ShownQuestion } from './question-field'

const letter = (at: string): string => String.fromCharCode(65 + Number(at))

/** Steps to put in order: a list to choose from for every place, or, where the script runs, the steps themselves with arrows. */
export function OrderChoices({ question: { ordinal, options, picked } }: { question: ShownQuestion }) {
  const { t } = useTranslation('exams')
  return (
    <div data-order>
      <div data-plain className="mt-3">
        {options.map(({ at: spot }, place) => (
          <label key={spot} className="mt-3 block">
            <span className="text-14 text-ink2">{t('paper.step', { n: place + 1 })}</span>
            <select
              name={`q${ordinal}`}
              defaultValue={picked[place] ?? ''}
              className="mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2"
            >
              <option value="">{t('paper.stepEmpty')}</option>
              {options.map(({ at, text }) => (
                <option key={at} value={at}>
                  {t('paper.stepOption', { letter: letter(at), text })}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <div data-sorter hidden>
        <p className="mt-3 text-14 text-ink2">{t('paper.sortHint')}</p>
        <ol className="mt-2">
          {options.map(({ at, text }) => (
            <li key={at} data-step={at} className="flex items-center gap-3 border-b border-line py-2">
              <span data-rank className="w-6 shrink-0 text-center font-semibold text-ink2">
                {Number(at) + 1}
              </span>
              <span className="flex-1">{text}</span>
              <Arrow move="up" label={t('paper.up', { text })} path="M5 12.5l5-5 5 5" />
              <Arrow move="down" label={t('paper.down', { text })} path="M5 7.5l5 5 5-5" />
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

function Arrow({ move, label, path }: { move: 'up' | 'down'; label: string; path: string }) {
  return (
    <button
      type="button"
      data-move={move}
      aria-label={label}
      className="flex h-11 w-11 shrink-0 items-center justify-center rounded border border-field bg-raised text-indigo"
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
  )
}
