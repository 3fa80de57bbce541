import type { ReactNode } from 'react'
import type { Mark } from '~/domain/learn/permit/grade'
import type { Told, ToldChoice, ToldStep } from '~/domain/learn/permit/shown-step'
import { useTranslation } from '~/i18n/words'
import { Icon, type IconName } from '~/ui/kit/icons'
import type { SceneFacts, ShownSource } from './scene-facts'
import { SitePicture } from './site-picture'

export type Sources = readonly ShownSource[]

const looks: Record<Mark, { icon: IconName; look: string }> = {
  found: { icon: 'met', look: 'piece-right' },
  missed: { icon: 'overdue', look: 'piece-wrong' },
  wrong: { icon: 'barred', look: 'piece-wrong' },
  left: { icon: 'waived', look: 'piece-fine' },
}

/** What an explanation rests on: clauses by name, second-hand ones marked, the unit's own rules said to be so. */
export function Rests({ rests, sources }: { rests: readonly string[]; sources: Sources }) {
  const { t } = useTranslation('learn')
  const names = rests.map((key) => {
    const found = sources.find((source) => source.key === key)
    if (found === undefined) return t(`permit.own.${key}`)
    return found.isReprint ? t('permit.reprinted', { of: found.of }) : found.of
  })
  return <span className="permit-rests">{t('permit.rests', { rests: names.join(t('permit.and')) })}</span>
}

/** What follows, why, and by what. */
export function Because({ told, sources }: { told: Told; sources: Sources }) {
  const { t } = useTranslation('learn')
  return (
    <span className="tick-told">
      {told.leads !== null && (
        <span className="permit-leads">
          <strong>{t('permit.leads')}</strong> {told.leads}
        </span>
      )}
      <span className="block">{told.because}</span>
      <Rests rests={told.rests} sources={sources} />
    </span>
  )
}

function Line({ group, choice, number, sources }: { group: string; choice: ToldChoice; number: number; sources: Sources }) {
  const { t } = useTranslation('learn')
  const { icon, look } = looks[choice.mark]
  const word = group === 'spots' || group === 'lines' ? group : 'other'
  const { text, card } = choice
  const what = card === null ? text : t('permit.card.named', { text, title: card.title, category: card.category })
  return (
    <li className="tick tick-done">
      <span>
        <span className={`tick-word ${look}`}>
          <Icon name={icon} size={18} />
          {t(`permit.mark.${word}.${choice.mark}`)}
        </span>
        {choice.at !== null && <span className="tick-number">{number}</span>}
        {choice.label !== null && <span className="permit-line">{choice.label}</span>}
        {what}
        <Because told={choice.told} sources={sources} />
      </span>
    </li>
  )
}

type Group = ToldStep['groups'][number]
const isShown = (group: Group, choice: ToldChoice) => choice.mark !== 'left' || (group.many && group.key !== 'first')

function Lines({ group, sources, only }: { group: Group; sources: Sources; only: (choice: ToldChoice) => boolean }) {
  const shown = group.choices.map((choice, index) => ({ choice, number: index + 1 })).filter(({ choice }) => only(choice))
  if (shown.length === 0) return null
  return (
    <ul className="tick-list">
      {shown.map(({ choice, number }) => (
        <Line key={choice.id} group={group.key} choice={choice} number={number} sources={sources} />
      ))}
    </ul>
  )
}

const isFault = ({ mark }: ToldChoice) => mark === 'missed' || mark === 'wrong'

function ToldHours({ hours, sources }: { hours: NonNullable<ToldStep['hours']>; sources: Sources }) {
  const { t } = useTranslation('learn')
  const { icon, look } = looks[hours.verdict === 'fits' ? 'found' : 'wrong']
  return (
    <ul className="tick-list">
      <li className="tick tick-done">
        <span>
          <span className={`tick-word ${look}`}>
            <Icon name={icon} size={18} />
            {t(`permit.hours.${hours.verdict}`)}
          </span>
          {t('permit.hours.range', { from: hours.from, to: hours.to })}
          <Because told={hours.told} sources={sources} />
        </span>
      </li>
    </ul>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="permit-group">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** A step that was handed in: every choice with what follows from it. `isBrief` shows the faults and folds the rest. */
export function ToldView({ scene, told, sources, isBrief }: { scene: SceneFacts; told: ToldStep; sources: Sources; isBrief: boolean }) {
  const { t } = useTranslation('learn')
  return (
    <>
      {told.groups.map((group) => {
        const hasFaults = group.choices.some(isFault)
        return (
          <div key={group.key}>
            {group.key === 'licence' && told.hours !== null && (
              <Section title={t('permit.ask.hours')}>
                <ToldHours hours={told.hours} sources={sources} />
              </Section>
            )}
            <Section title={t(`permit.ask.${group.key}`)}>
              {group.key === 'spots' && (
                <SitePicture {...scene.picture} spots={group.choices.map(({ id, at, mark }) => ({ id, at, mark }))} />
              )}
              <Lines group={group} sources={sources} only={isFault} />
              {isBrief ? (
                <details className="piece-more" open={false}>
                  <summary>{t(hasFaults ? 'permit.theRest' : 'permit.allRight')}</summary>
                  <Lines group={group} sources={sources} only={(choice) => !isFault(choice) && isShown(group, choice)} />
                </details>
              ) : (
                <Lines group={group} sources={sources} only={(choice) => !isFault(choice) && isShown(group, choice)} />
              )}
            </Section>
          </div>
        )
      })}
    </>
  )
}
