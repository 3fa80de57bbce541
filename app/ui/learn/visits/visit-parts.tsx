import type { Door } from '~/domain/learn/visit/visit'
import type { PointVerdict } from '~/domain/learn/visit/visit-verdict'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'

export type SourceFacts = { of: string; mark: string; quote: string | null } | null
export type PointFacts = {
  number: number
  text: string
  at: { x: number; y: number }
  told: { verdict: PointVerdict; because: string; source: SourceFacts } | null
}
export type StepFacts = {
  part: 'talk' | 'report'
  text: string
  chosen: string
  brings: string
  because: string
  source: SourceFacts
  right: boolean
  door: Door
  days: number
}

/** What an explanation rests on: the clause with its mark, or practice, which is no law. */
export function Rests({ source }: { source: SourceFacts }) {
  const { t } = useTranslation('visits')
  if (source === null) return <span className="visit-source">{t('rests', { of: t('practice') })}</span>
  return (
    <span className="visit-source">
      {t('rests', { of: source.of })} · {t(`duties:why.mark.${source.mark}`)}
      {source.quote !== null && (
        <>
          <br />
          <q>{source.quote}</q>
        </>
      )}
    </span>
  )
}

const looks: Record<PointVerdict, { look: string; icon: 'met' | 'due' | 'waived' }> = {
  seen: { look: 'piece-right', icon: 'met' },
  missed: { look: 'piece-wrong', icon: 'due' },
  needless: { look: 'piece-wrong', icon: 'waived' },
  fine: { look: 'piece-fine', icon: 'waived' },
}

/** The scene with its numbers, and after the look what was behind each of them. */
export function Scene({
  alt,
  drawing,
  points,
  form,
}: {
  alt: string
  drawing: string
  points: readonly PointFacts[]
  form: string | null
}) {
  return (
    <div className="spot-picture">
      <div role="img" aria-label={alt} dangerouslySetInnerHTML={{ __html: drawing }} />
      {points.map(({ number, at, told }) => {
        const place = { style: { left: `${at.x}%`, top: `${at.y}%` } }
        const danger = told?.verdict === 'seen' || told?.verdict === 'missed'
        return form === null ? (
          <span key={number} aria-hidden="true" className={`spot-mark spot-told ${danger ? 'spot-right' : 'spot-fine'}`} {...place}>
            <span>{number}</span>
          </span>
        ) : (
          <label key={number} htmlFor={`${form}-${number}`} aria-hidden="true" className="spot-mark" data-mark={number} {...place}>
            <span>{number}</span>
          </label>
        )
      })}
    </div>
  )
}

/** What was seen, missed, needlessly named and rightly left alone. */
export function Seen({ points }: { points: readonly PointFacts[] }) {
  const { t } = useTranslation('visits')
  return (
    <ul className="tick-list">
      {points.map(
        ({ number, text, told }) =>
          told && (
            <li key={number} className="tick tick-done">
              <span>
                <span className="tick-number">{number}</span>
                {text}
                <span className="tick-told">
                  <span className={`tick-word ${looks[told.verdict].look}`}>
                    <Icon name={looks[told.verdict].icon} size={18} />
                    {t(`point.${told.verdict}`)}
                  </span>
                  <span className="tick-because">{told.because}</span>
                  <Rests source={told.source} />
                </span>
              </span>
            </li>
          ),
      )}
    </ul>
  )
}

/** The turns that were taken: what was said, what came of it and why. */
export function Talk({ steps, comeback }: { steps: readonly StepFacts[]; comeback: string | null }) {
  const { t } = useTranslation('visits')
  return (
    <ol className="visit-talk">
      {steps.map(({ part, text, chosen, brings, because, source, right, door, days }, index) => (
        <li key={chosen}>
          {steps[index - 1]?.text !== text && <p>{text}</p>}
          <p className="visit-said">
            {t(`said.${part}`)}
            {chosen}
          </p>
          <p className="visit-brings">{brings}</p>
          <p className="visit-why">
            <span className={`visit-word ${right ? 'piece-right' : 'piece-wrong'}`}>
              <Icon name={right ? 'met' : 'due'} size={18} />
              {t(`choice.${right ? 'right' : 'wrong'}`)}
            </span>
            {because}
            <Rests source={source} />
          </p>
          {days > 0 && <p className="visit-cost">{t('effect.days', { count: days })}</p>}
          {door === 'shut' && (
            <p className="visit-cost">
              {t('effect.shut')} {comeback}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

const leaf: Record<Door, string> = { open: 'M6 4L13 8V38L6 36Z', ajar: 'M6 4L20 7V38L6 36Z', shut: 'M6 4H24V36H6Z' }

/** How the door stands, as a drawing and a word. */
export function DoorSign({ door }: { door: Door }) {
  const { t } = useTranslation('visits')
  return (
    <p className="visit-door-sign">
      <svg viewBox="0 0 30 40" aria-hidden="true" focusable="false">
        <rect x="4" y="2" width="22" height="36" className="f-wall s-ink" strokeWidth="1.5" />
        <path d={leaf[door]} className="f-wood s-ink" strokeWidth="1.5" strokeLinejoin="round" />
      </svg>
      {t(`door.${door}`)}
    </p>
  )
}
