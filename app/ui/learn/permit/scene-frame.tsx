import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import { Face } from './face'
import type { SceneFacts, StepLine } from './scene-facts'

/** The head of every page of a scene: back, what it is, and which step one is at. */
export function SceneFrame({ scene, steps, children }: { scene: SceneFacts; steps: readonly StepLine[]; children: ReactNode }) {
  const { t } = useTranslation('learn')
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href="/permits" className="inline-flex min-h-touch items-center">
          {t('permit.toList')}
        </a>
      </p>
      <h1>{scene.title}</h1>
      <p className="mt-1 text-ink2">{scene.where}</p>
      {steps.length > 0 && (
        <ol className="permit-steps" aria-label={t('permit.stepsTitle')}>
          {steps.map(({ step, state, href }) => (
            <li key={step} aria-current={state === 'now' ? 'step' : undefined} className={`permit-step-${state}`}>
              {href === null ? t(`permit.step.${step}`) : <a href={href}>{t(`permit.step.${step}`)}</a>}
              {state === 'done' && <span className="sr-only">{t('permit.handedIn')}</span>}
            </li>
          ))}
        </ol>
      )}
      {children}
    </div>
  )
}

/** What happens here, what the applicant says, and who stands there. */
export function Situation({ scene }: { scene: SceneFacts }) {
  const { t } = useTranslation('learn')
  return (
    <>
      <p className="lesson-situation">{scene.situation}</p>
      <h2 className="mt-6 text-18">{t('permit.says')}</h2>
      <ul className="permit-says">
        <li>{t('permit.today', { on: scene.on })}</li>
        {scene.says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="permit-worker">
        <Face face={scene.worker.face} />
        <span>{t('permit.worker', scene.worker)}</span>
      </p>
    </>
  )
}
