import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '../kit/button'
import { FormErrors } from '../kit/field'
import type { MyFinding } from './my-drills'

/** What I have to put right after a drill, each with its own form to say how it was done. */
export function MyFindings({ findings, answer }: { findings: readonly MyFinding[]; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('rollcall')
  const locale = useLocale()
  const isRefused = (id: string): boolean => answer !== undefined && answer.values.finding === id
  if (findings.length === 0) return answer === undefined ? null : <FormErrors answer={answer} />
  return (
    <section className="mt-8" aria-labelledby="mine-findings">
      <h2 id="mine-findings">{t('mine.findings', { count: findings.length })}</h2>
      {answer !== undefined && findings.every(({ id }) => !isRefused(id)) && <FormErrors answer={answer} />}
      <ul className="mt-2 border-t border-line">
        {findings.map(({ id, drill, title, on, unit, what, due, redrill, isOverdue }) => (
          <li key={id} className="border-b border-line py-4">
            <p className="font-semibold">{what}</p>
            <p className={isOverdue ? 'text-vermilion' : 'text-ink2'}>
              {t(isOverdue ? 'mine.findingLate' : 'mine.findingDue', { day: dayText(due, locale) })}
              {redrill && ` · ${t('drillrecord:findings.redrillMark')}`}
            </p>
            <p className="text-14 text-ink2">{t('mine.findingFrom', { unit, day: dayText(on, locale), title })}</p>
            <details open={isRefused(id)} className="mt-1">
              <summary className="opens inline-flex min-h-touch items-center">{t('drillrecord:findings.close')}</summary>
              <form method="post" action="/me/drills" className="mt-1">
                {isRefused(id) && <FormErrors answer={answer} />}
                <input type="hidden" name="drill" value={drill} />
                <input type="hidden" name="finding" value={id} />
                <label className="block">
                  <span className="font-semibold">{t('drillrecord:findings.done')}</span>
                  <input
                    name="done"
                    required
                    maxLength={500}
                    defaultValue={isRefused(id) ? answer?.values.done : undefined}
                    className="mb-3 mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2"
                  />
                </label>
                <Button>{t('drillrecord:findings.closeDo')}</Button>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
