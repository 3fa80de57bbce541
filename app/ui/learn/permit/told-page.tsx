import type { ToldStep } from '~/domain/learn/permit/shown-step'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import type { SceneFacts } from './scene-facts'
import { type Sources, ToldView } from './told'

type Props = { scene: SceneFacts; told: ToldStep; sources: Sources; next: string; isLast: boolean }

/** What is said to a step after it was handed in, and the way on. */
export function ToldPage({ scene, told, sources, next, isLast }: Props) {
  const { t } = useTranslation('learn')
  const onward = (
    <LinkButton href={next} weight="primary">
      {t(isLast ? 'permit.toDebrief' : 'permit.onward')}
    </LinkButton>
  )
  return (
    <>
      <h2 className="mt-8">{t(`permit.step.${told.step}`)}</h2>
      <p className="mt-2 text-18">{told.faults === 0 ? t('permit.noFaults') : t('permit.faults', { count: told.faults })}</p>
      <ToldView scene={scene} told={told} sources={sources} isBrief={false} />
      <p className="no-print mt-8">{onward}</p>
    </>
  )
}
