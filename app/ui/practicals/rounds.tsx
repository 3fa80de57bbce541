import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { AssessmentShown, MarkShown, RoundShown } from './practical'

/** What was marked, round by round, the observers' marks beside each other. */
export function Rounds({ assessment }: { assessment: AssessmentShown }) {
  return assessment.rounds.map((round) => <Round key={round.round} round={round} assessment={assessment} />)
}

function Round({ round, assessment }: { round: RoundShown; assessment: AssessmentShown }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  const { checklist, observers } = assessment
  const nameOf = (id: string) => observers.find((observer) => observer.id === id)?.name ?? ''
  const reached = round.steps.filter(({ marks }) => marks.some((mark) => mark !== null))
  const titles = new Map(checklist.steps.map((step) => [step.id, step.does]))
  return (
    <section className="mt-8">
      <h2>{assessment.rounds.length > 1 ? t('rounds.nth', { n: round.round }) : t('rounds.one')}</h2>
      {round.differs && <p className="mt-1 text-due">{t('rounds.differed')}</p>}
      <ol className="mt-3">
        {reached.map(({ id, marks, differs }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-line py-3">
            <span className={`min-w-0 basis-full sm:basis-0 sm:grow ${differs ? 'font-semibold' : ''}`}>{titles.get(id) ?? id}</span>
            <span className="flex flex-wrap gap-x-6">
              {marks.map((mark, nth) => (
                <Mark key={round.sheets[nth]?.observer ?? nth} mark={mark} name={nameOf(round.sheets[nth]?.observer ?? '')} />
              ))}
            </span>
          </li>
        ))}
      </ol>
      {reached.length < round.steps.length && (
        <p className="mt-2 text-ink2">{t('rounds.notReached', { count: round.steps.length - reached.length })}</p>
      )}
      <ul className="mt-3 text-14 text-ink2">
        {round.sheets.map((sheet) => (
          <li key={sheet.observer}>
            {t('rounds.sheet', {
              name: nameOf(sheet.observer),
              at: instantText(sheet.at, locale),
              received: instantText(sheet.receivedAt, locale),
            })}
            {sheet.isOff && ` ${t('rounds.clockOff')}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mark({ mark, name }: { mark: MarkShown | null; name: string }) {
  const { t } = useTranslation('practicals')
  const word = mark === null ? t('rounds.unseen') : t(`rounds.${mark.mark}`)
  const tone = mark === null || mark.mark === 'absent' ? 'text-ink2' : mark.mark === 'done' ? 'text-met' : 'text-vermilion'
  return (
    <span>
      <span className="text-14 text-ink2">{name}</span> <span className={`font-semibold ${tone}`}>{word}</span>
      {mark !== null && mark.note !== '' && <span className="block text-14">{mark.note}</span>}
    </span>
  )
}
