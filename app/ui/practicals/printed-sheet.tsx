import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { AssessmentShown, MarkShown } from './practical'

/** The sheet on paper: what was marked, or boxes to mark by hand; names and a line for each signature. */
export function PrintedSheet({ assessment }: { assessment: AssessmentShown }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  const { id, unit, person, checklist, observers, state, on, end, rounds, setUpAt } = assessment
  const last = rounds.at(-1)
  const isBlank = last === undefined
  const markOf = (step: string, observer: string): MarkShown | null => {
    const place = last?.sheets.findIndex((sheet) => sheet.observer === observer) ?? -1
    return last?.steps.find((one) => one.id === step)?.marks[place] ?? null
  }
  return (
    <div className="mx-auto max-w-[52em]">
      <p className="no-print">
        <a href={`/practicals/${id}`} className="inline-flex min-h-touch items-center">
          {t('back')}
        </a>
      </p>
      <h1>{t('paper.heading', { title: checklist.title })}</h1>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink2">{t('paper.unit')}</dt>
        <dd>{unit.name}</dd>
        <dt className="text-ink2">{t('paper.person')}</dt>
        <dd>{person.name}</dd>
        <dt className="text-ink2">{t('paper.setUp')}</dt>
        <dd>{instantText(setUpAt, locale)}</dd>
        <dt className="text-ink2">{t('paper.result')}</dt>
        <dd>
          {state === 'open' ? t('paper.open') : t(`state.${state}`)}
          {on !== null && ` · ${dayText(on, locale)}`}
          {end !== null && ` · ${t('state.end', { day: dayText(end.on, locale), reason: end.reason })}`}
        </dd>
      </dl>
      <table className="mt-5 w-full border-collapse text-14">
        <caption className="sr-only">{checklist.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="border border-field p-2 text-left">
              {t('paper.step')}
            </th>
            <th scope="col" className="border border-field p-2 text-left">
              {t('paper.good')}
            </th>
            {observers.map(({ id: observer, name }) => (
              <th key={observer} scope="col" className="w-24 border border-field p-2 text-left">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checklist.steps.map((step, nth) => (
            <tr key={step.id} className="break-inside-avoid">
              <td className="border border-field p-2 align-top">
                {nth + 1}. {step.does} {step.must !== null && <strong>{t('paper.must')}</strong>}
              </td>
              <td className="border border-field p-2 align-top">{step.good}</td>
              {observers.map(({ id: observer }) => (
                <td key={observer} className="border border-field p-2 align-top">
                  <PaperMark mark={markOf(step.id, observer)} isBlank={isBlank} mayBeAbsent={step.absent !== null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-14">{t('observers.rule', { count: checklist.misses })}</p>
      <div className="mt-10 grid grid-cols-2 gap-8">
        {[person.name, ...observers.map(({ name }) => name)].map((name) => (
          <p key={name} className="border-t border-ink pt-1 text-14">
            {t('paper.signature', { name })}
          </p>
        ))}
      </div>
      {rounds.length > 1 && <p className="mt-4 text-14">{t('paper.rounds', { count: rounds.length })}</p>}
    </div>
  )
}

function PaperMark({ mark, isBlank, mayBeAbsent }: { mark: MarkShown | null; isBlank: boolean; mayBeAbsent: boolean }) {
  const { t } = useTranslation('practicals')
  if (isBlank)
    return (
      <span>
        {t('paper.boxes')}
        {mayBeAbsent && <span className="block">{t('paper.boxesAbsent')}</span>}
      </span>
    )
  if (mark === null) return <span>{t('rounds.unseen')}</span>
  return (
    <>
      {t(`rounds.${mark.mark}`)}
      {mark.note !== '' && <span className="block">{mark.note}</span>}
    </>
  )
}
