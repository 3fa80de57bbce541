import type { DrillRecord } from '~/domain/drills/record'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Line, NotRecorded } from './record-line'

/** How the drill was judged: who, in sum, and each question that was answered. */
export function EvaluationPart({ evaluation, later }: { evaluation: DrillRecord['evaluation']; later: boolean }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  if (evaluation === null)
    return (
      <Line what={t('record.evaluation')} clause={t('record.clause44')}>
        <NotRecorded />
      </Line>
    )
  const open = evaluation.questions.filter(({ answer }) => answer === null).length
  return (
    <Line what={t('record.evaluation')} clause={t('record.clause44')} later={later}>
      <p>{t('record.evaluator', { name: evaluation.evaluator })}</p>
      {evaluation.summary !== '' && <p className="mt-1 whitespace-pre-line">{evaluation.summary}</p>}
      {evaluation.redrill && <p className="mt-1 font-semibold">{t('evaluation.redrillSaid')}</p>}
      <ul className="mt-1">
        {evaluation.questions.map(
          ({ id, asks, answer, note }) =>
            answer !== null && (
              <li key={id} className="grid grid-cols-[4.5em_1fr] gap-x-2 border-t border-line py-1">
                <strong className={answer === 'no' ? 'text-vermilion' : answer === 'partly' ? 'text-due' : ''}>
                  {t(`answer.${answer}`)}
                </strong>
                <span>
                  {asks[locale]}
                  {note !== '' && <span className="block text-ink2">{note}</span>}
                </span>
              </li>
            ),
        )}
      </ul>
      {open > 0 && <p className="mt-1 text-14 text-ink2">{t('record.unanswered', { count: open })}</p>}
    </Line>
  )
}

/** What had to be put right, by whom, by when, and how far it is. */
export function FindingsPart({ findings, later }: { findings: DrillRecord['findings']; later: boolean }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  return (
    <Line what={t('record.findings')} later={later}>
      {findings.length === 0 ? (
        <NotRecorded />
      ) : (
        <ol className="list-decimal pl-5">
          {findings.map(({ id, what, owner, due, done, redrill }) => (
            <li key={id}>
              {what}
              {redrill && ` · ${t('findings.redrillMark')}`}
              <span className="block text-14 text-ink2">
                {t('record.owner', { name: owner.name, day: dayText(due, locale) })}
                {' · '}
                {done === null ? t('record.findingOpen') : t('record.findingDone', { done })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Line>
  )
}
