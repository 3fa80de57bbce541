import type { ToldStep } from '~/domain/learn/permit/shown-step'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import type { SceneFacts } from './scene-facts'
import { type Sources, ToldView } from './told'

/** The whole go looked back on: the decision first, then step by step what to think over again, and what all of it rests on. */
export function Debrief({ scene, told, sources, run }: { scene: SceneFacts; told: readonly ToldStep[]; sources: Sources; run: string }) {
  const { t } = useTranslation('learn')
  const verdict = told.flatMap(({ groups }) => groups).find(({ key }) => key === 'verdict')
  const chosen = verdict?.choices.find(({ picked }) => picked)
  const faults = told.reduce((sum, step) => sum + step.faults, 0)
  return (
    <>
      <h2 className="mt-8">{t('permit.debrief')}</h2>
      {chosen && (
        <p className="mt-2 text-18">{t(chosen.mark === 'found' ? 'permit.decidedRight' : 'permit.decidedWrong', { text: chosen.text })}</p>
      )}
      <p className="mt-2">{faults === 0 ? t('permit.noFaultsAll') : t('permit.faultsAll', { count: faults })}</p>
      <p className="mt-2 text-ink2">{t('permit.noEvidence')}</p>
      <form method="post" action={`/permits/${scene.id}`} className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <input type="hidden" name="step" value="start" />
        <Button weight="primary">{t('permit.again')}</Button>
        <a href={`/permits/${scene.id}/runs/${run}/print`} className="inline-flex min-h-touch items-center">
          {t('permit.print')}
        </a>
      </form>
      {told.map((step) => (
        <section key={step.step}>
          <h2 className="mt-12">{t(`permit.step.${step.step}`)}</h2>
          <p className="mt-1 text-ink2">{step.faults === 0 ? t('permit.noFaults') : t('permit.faults', { count: step.faults })}</p>
          <ToldView scene={scene} told={step} sources={sources} isBrief />
        </section>
      ))}
      <h2 className="mt-12">{t('permit.sources')}</h2>
      <dl className="permit-sources">
        {sources.map(({ key, of, says, isReprint }) => (
          <div key={key}>
            <dt className="font-semibold">{isReprint ? t('permit.reprinted', { of }) : of}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-ink2">{t('permit.ownNote')}</p>
    </>
  )
}
