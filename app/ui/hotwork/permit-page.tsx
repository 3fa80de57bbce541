import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import type { PermitView, StepView, WorkerView } from './permit-view'
import { Sources } from './sources'
import { StateLine } from './state-line'

/** One permit: how it stands, the one next act (`children`), what was asked for, and who did what when. */
export function PermitPage({ permit, children }: { permit: PermitView; children: ReactNode }) {
  const { t } = useTranslation('hotwork')
  return (
    <div className="no-print">
      <h1 className="mt-1">
        <StateLine state={permit.state} large />
      </h1>
      <p className="mt-1 text-18">
        {permit.place} · {permit.when}
      </p>
      {permit.reason !== null && <p className="mt-2">{t('permit.reason', { reason: permit.reason })}</p>}
      {children}
      <section aria-labelledby="asked" className="mt-10 max-w-measure">
        <h2 id="asked">{t('permit.title', { number: permit.number })}</h2>
        <dl className="mt-2 border-t border-line">
          <Fact name={t('field.work')}>{permit.work}</Fact>
          <Fact name={t('field.kind')}>{permit.kind}</Fact>
          <Fact name={t('field.level')}>{t('permit.level', { level: permit.level, approvers: permit.approvers })}</Fact>
          <Fact name={t('field.guard')}>{permit.guard}</Fact>
          <Fact name={t('field.hours')}>{permit.hours === '' ? t('permit.closedPlace') : permit.hours}</Fact>
          {permit.marks.length > 0 && <Fact name={t('field.marks')}>{permit.marks.map((mark) => t(`mark.${mark}`)).join(t('comma'))}</Fact>}
          {permit.machine !== null && <Fact name={t('field.machine')}>{permit.machine}</Fact>}
          <Fact name={t('field.measures')}>{permit.measures.join(t('semicolon'))}</Fact>
          <Fact name={t('field.watch')}>{t('permit.watch', { minutes: permit.looks })}</Fact>
          <Fact name={t('field.applicant')}>
            {permit.applicant} · {permit.requestedAt}
          </Fact>
        </dl>
      </section>
      <section aria-labelledby="workers" className="mt-8 max-w-measure">
        <h2 id="workers">{t('permit.workers')}</h2>
        <ul className="mt-2 border-t border-line">
          {permit.workers.map((worker) => (
            <WorkerLine key={worker.id} worker={worker} />
          ))}
        </ul>
      </section>
      <Steps steps={permit.steps} />
      <Sources sources={permit.sources} policies={permit.policies} />
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 border-b border-line py-2">
      <dt className="w-24 shrink-0 text-ink2">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  )
}

function WorkerLine({ worker: { name, way, employer, licence, check } }: { worker: WorkerView }) {
  const { t } = useTranslation('hotwork')
  return (
    <li className="border-b border-line py-3">
      <p>
        <strong className="font-semibold">{name}</strong>
        <span className="text-ink2">
          {' '}
          {t(`way.${way}`)}
          {employer !== null && ` · ${employer}`}
        </span>
      </p>
      {licence !== null && (
        <p>
          {licence.kind} {licence.number}
          {licence.validTo !== null && t('worker.until', { day: licence.validTo })}
          {licence.reviewDue !== null && t('worker.review', { day: licence.reviewDue })}
          {licence.issuer !== null && ` · ${licence.issuer}`}
        </p>
      )}
      {check === null ? (
        <p className="text-due">{t('worker.unchecked')}</p>
      ) : (
        <>
          <p className={check.good ? 'text-met' : 'text-vermilion'}>
            {t(check.good ? 'worker.checked' : 'worker.other', { when: check.when, by: check.by })}
          </p>
          {check.licences.map((then) => (
            <p key={`${then.kind} ${then.through} ${then.state}`} className="text-14 text-ink2">
              {t('worker.then', { kind: then.kind, state: then.state })}
              {then.through !== null && t('worker.until', { day: then.through })}
            </p>
          ))}
        </>
      )}
    </li>
  )
}

/** Who did what, when. */
function Steps({ steps }: { steps: StepView[] }) {
  const { t } = useTranslation('hotwork')
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="steps" className="mt-8 max-w-measure">
      <h2 id="steps">{t('permit.steps')}</h2>
      <ol className="mt-2 border-t border-line">
        {steps.map((step) => (
          <li key={step.id} className="border-b border-line py-3">
            <p>
              <strong className="font-semibold">{t(step.good ? `did.${step.act}` : `didNot.${step.act}`)}</strong>
              {step.about !== null && ` ${step.about}`}
            </p>
            <p className="text-14 text-ink2">
              {step.when} · {step.by}
              {step.position !== '' && t('permit.as', { position: step.position })}
            </p>
            {step.words.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
