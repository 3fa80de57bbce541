import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import type { SceneFacts } from './scene-facts'
import { Situation } from './scene-frame'

type Ended = readonly { id: string; at: string }[]

/** Before a go: what happens here, how long it takes, and what it is not. */
export function SceneIntro(props: { scene: SceneFacts; count: number; ended: Ended; unclear: string | null }) {
  const { t } = useTranslation('learn')
  const { scene, count, ended, unclear } = props
  return (
    <>
      {unclear !== null && (
        <p role="alert" className="mt-4 rounded border border-vermilion bg-raised p-4 text-vermilion">
          {t(unclear)}
        </p>
      )}
      <p className="mt-4 text-18">{t('permit.shape', { count, minutes: scene.minutes })}</p>
      <form method="post" action={`/permits/${scene.id}`} className="no-print mt-4">
        <input type="hidden" name="step" value="start" />
        <Button weight="primary">{t(ended.length === 0 ? 'permit.start' : 'permit.again')}</Button>
      </form>
      <p className="mt-3 text-ink2">{t('permit.noEvidence')}</p>
      <h2 className="mt-10">{t('permit.situation')}</h2>
      <Situation scene={scene} />
      {ended.length > 0 && (
        <>
          <h2 className="mt-10">{t('permit.earlier')}</h2>
          <ul>
            {ended.map(({ id, at }) => (
              <li key={id}>
                <a href={`/permits/${scene.id}/runs/${id}`} className="inline-flex min-h-touch items-center">
                  {t('permit.debriefOf', { at })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
