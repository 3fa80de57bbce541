import { useTranslation } from '~/i18n/words'
import { Zoomable } from '~/ui/kit/zoomable'
import type { ShownQuestion } from './question-field'

/** A picture with numbered places and the same numbers as checkboxes below it; tapping a number ticks its box. */
export function PictureChoices({ question: { ordinal, options, picture, picked } }: { question: ShownQuestion }) {
  const { t } = useTranslation('exams')
  const id = (at: string) => `q${ordinal}-place${at}`
  return (
    <>
      {picture && (
        <Zoomable id={`q${ordinal}`} drawing={picture.svg}>
          <div className="relative mt-4 overflow-hidden rounded border border-line">
            <div role="img" aria-label={picture.alt} dangerouslySetInnerHTML={{ __html: picture.svg }} />
            {options.map(({ at, x, y }) => (
              <label
                key={id(at)}
                htmlFor={id(at)}
                aria-hidden="true"
                className="absolute flex h-11 w-11 -translate-x-1/2 -translate-y-1/2 cursor-pointer items-center justify-center"
                style={{ left: `${x}%`, top: `${y}%` }}
              >
                <span
                  data-marker={id(at)}
                  className="flex h-7 w-7 items-center justify-center rounded-full border-2 border-indigo bg-raised text-14 font-semibold text-indigo data-[on=yes]:bg-indigo data-[on=yes]:text-on-indigo"
                  data-on={picked.includes(at) ? 'yes' : 'no'}
                >
                  {Number(at) + 1}
                </span>
              </label>
            ))}
          </div>
        </Zoomable>
      )}
      <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {options.map(({ at, text }) => (
          <label key={id(at)} className="flex min-h-touch cursor-pointer items-start gap-3 border-b border-line py-3">
            <input
              type="checkbox"
              id={id(at)}
              name={`q${ordinal}`}
              value={at}
              defaultChecked={picked.includes(at)}
              className="mt-0.5 h-5 w-5 shrink-0 accent-[var(--indigo)]"
            />
            <span>{text === '' ? t('paper.place', { n: Number(at) + 1 }) : t('paper.placeLabel', { n: Number(at) + 1, text })}</span>
          </label>
        ))}
      </div>
    </>
  )
}
