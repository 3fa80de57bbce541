import type { ReactNode } from 'react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from './use-locale'
import { Verdict } from './verdict'

export type GateAnswer = {
  verdict: 'cleared' | 'missing' | 'ahead' | 'ended'
  name: string
  unitName: string
  position: string
  today: string
  /** First day, where it lies ahead. */
  startsOn: string | null
  until: string | null
  because: { id: string; title: string }[]
}

const edges = { cleared: 'border-met', missing: 'border-vermilion', ahead: 'border-due', ended: 'border-field' }

/** One glance: may this person do this job here today. */
export function GateGlance({ answer }: { answer: GateAnswer }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { verdict, startsOn, until, because } = answer
  return (
    <div className={`mx-auto max-w-xl border-t-8 pt-6 ${edges[verdict]}`}>
      <h1>
        <Verdict kind={verdict} size="glance" />
      </h1>
      <p className="mt-1 text-18 text-ink2">{t('until.asOf', { day: dayText(answer.today, locale) })}</p>
      <p className="mt-6 text-28 font-semibold">{answer.name}</p>
      <dl className="mt-2 border-t border-line">
        <Fact name={t('gate.unit')}>{answer.unitName}</Fact>
        <Fact name={t('gate.position')}>{answer.position}</Fact>
        {startsOn !== null && <Fact name={t('gate.starts')}>{dayText(startsOn, locale)}</Fact>}
        {(verdict === 'cleared' || verdict === 'ahead') && (
          <Fact name={t('gate.until')}>{until === null ? t('gate.untilOpen') : dayText(until, locale)}</Fact>
        )}
        {because.length > 0 && (
          <Fact name={t('gate.because')}>
            <ul>
              {because.map(({ id, title }) => (
                <li key={id}>
                  <a href={`/duties/${id}`} className="inline-block">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      {verdict === 'ended' && <p className="mt-4">{t('gate.ended')}</p>}
      {verdict === 'ahead' && <p className="mt-4">{t('gate.ahead')}</p>}
      <p className="mt-8 text-ink2">{t('gate.note')}</p>
    </div>
  )
}

/** The same answer for every code that opens no card. */
export function GateUnknown() {
  const { t } = useTranslation('duties')
  return (
    <div className="mx-auto max-w-xl border-t-8 border-field pt-6">
      <h1>{t('gate.unknownTitle')}</h1>
      <p className="mt-4 max-w-measure text-18">{t('gate.unknown')}</p>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 border-b border-line py-3 text-18">
      <dt className="w-20 shrink-0 text-ink2">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  )
}
