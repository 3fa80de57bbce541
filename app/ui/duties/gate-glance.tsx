import type { ReactNode } from 'react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from './use-locale'
import { Verdict } from './verdict'

export type GateJob = { id: string; name: string; isAsked: boolean }
export type GateAnswer = {
  verdict: 'cleared' | 'missing' | 'ahead' | 'ended'
  name: string
  unitName: string
  position: string
  /** name: null for the post itself. plain: what the job asks for. */
  job: { name: string | null; plain: string; policy: string | null }
  today: string
  /** First day, where it lies ahead. */
  startsOn: string | null
  until: string | null
  /** Duties that are missing; why: what is wrong with the licence they ask for. */
  because: { id: string; title: string; why: string | null }[]
  /** What else can be asked about this person. */
  jobs: { near: GateJob[]; others: GateJob[] }
}

const edges = { cleared: 'border-met', missing: 'border-vermilion', ahead: 'border-due', ended: 'border-field' }

/** One glance: may this person do this job here today. */
export function GateGlance({ answer, isOwn = false }: { answer: GateAnswer; isOwn?: boolean }) {
  const { t } = useTranslation('duties')
  const { t: gate } = useTranslation('gate')
  const locale = useLocale()
  const { verdict, job, jobs } = answer
  return (
    <div className={`mx-auto max-w-xl border-t-8 pt-6 ${edges[verdict]}`}>
      <h1>
        <Verdict kind={verdict} size="glance" isJob={job.name !== null} />
      </h1>
      {job.name !== null && <p className="mt-2 text-22 font-semibold">{job.name}</p>}
      <p className="mt-1 text-18 text-ink2">{t('until.asOf', { day: dayText(answer.today, locale) })}</p>
      <p className="mt-6 text-28 font-semibold">{answer.name}</p>
      <Facts answer={answer} />
      {verdict === 'ended' && <p className="mt-4">{t('gate.ended')}</p>}
      {verdict === 'ahead' && <p className="mt-4">{t('gate.ahead')}</p>}
      {job.name !== null && (
        <p className="mt-4 text-ink2">
          {gate('asks', { plain: job.plain })} {job.policy ?? ''}
        </p>
      )}
      <OtherJobs jobs={jobs} />
      <p className="mt-8 text-ink2">{isOwn ? gate('own') : gate('logged')}</p>
    </div>
  )
}

function Facts({ answer }: { answer: GateAnswer }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { verdict, startsOn, until, because } = answer
  return (
    <dl className="mt-2 border-t border-line">
      {because.length > 0 && (
        <Fact name={t('gate.because')}>
          <ul>
            {because.map(({ id, title, why }) => (
              <li key={id}>
                <a href={`/duties/${id}`} className="inline-block">
                  {title}
                </a>
                {why !== null && <span className="block text-vermilion">{why}</span>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={t('gate.unit')}>{answer.unitName}</Fact>
      <Fact name={t('gate.position')}>{answer.position}</Fact>
      {startsOn !== null && <Fact name={t('gate.starts')}>{dayText(startsOn, locale)}</Fact>}
      {(verdict === 'cleared' || verdict === 'ahead') && (
        <Fact name={t('gate.until')}>{until === null ? t('gate.untilOpen') : dayText(until, locale)}</Fact>
      )}
    </dl>
  )
}

function OtherJobs({ jobs }: { jobs: GateAnswer['jobs'] }) {
  const { t } = useTranslation('gate')
  return (
    <nav aria-label={t('jobs')} className="no-print mt-8 border-t border-line pt-4">
      <p className="font-semibold">{t('jobs')}</p>
      <JobLinks jobs={jobs.near} />
      <details className="mt-2">
        <summary className="min-h-touch cursor-pointer py-2 text-ink2">{t('others')}</summary>
        <JobLinks jobs={jobs.others} />
      </details>
    </nav>
  )
}

const JobLinks = ({ jobs }: { jobs: GateJob[] }) => (
  <ul>
    {jobs.map(({ id, name, isAsked }) => (
      <li key={id}>
        <a
          href={`?job=${id}`}
          aria-current={isAsked ? 'true' : undefined}
          className={`inline-flex min-h-touch items-center ${isAsked ? 'font-semibold text-ink no-underline' : ''}`}
        >
          {name}
        </a>
      </li>
    ))}
  </ul>
)

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
