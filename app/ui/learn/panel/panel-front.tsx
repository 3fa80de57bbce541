import type { LampName } from '~/domain/learn/panel/panel-state'
import { useTranslation } from '~/i18n/words'
import type { PanelFacts, ShownPoint } from './panel-facts'
import { actText, lineText, pointText } from './panel-words'

const big = ['fire', 'start', 'feedback', 'supervisory', 'shielded', 'fault'] as const
const small = ['mains', 'battery', 'automatic', 'manual'] as const
const colours: Record<LampName, 'red' | 'amber' | 'green'> = {
  fire: 'red',
  start: 'red',
  feedback: 'red',
  supervisory: 'red',
  shielded: 'amber',
  fault: 'amber',
  mains: 'green',
  battery: 'amber',
  automatic: 'green',
  manual: 'amber',
}

/** A lamp with its word and, in words again, whether it is lit. */
function Lamp({ name, isLit }: { name: LampName; isLit: boolean }) {
  const { t } = useTranslation('panel')
  return (
    <li className={isLit ? 'panel-lamp panel-lamp-lit' : 'panel-lamp'}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="11" className={isLit ? `panel-glow panel-${colours[name]}` : 'panel-dark'} />
        <circle cx="12" cy="12" r="7" className={isLit ? `panel-${colours[name]}` : 'panel-dark'} />
      </svg>
      <span>{t(`lamp.${name}`)}</span>
      <span className="panel-lamp-state">{t(isLit ? 'run.lit' : 'run.dark')}</span>
    </li>
  )
}

/** The face of the panel: screen, lamps, buzzer, printer. Parts with data-live are renewed by the island while time runs. */
export function PanelFront({ page }: { page: PanelFacts }) {
  const { t } = useTranslation('panel')
  return (
    <div className="panel-front">
      <section className="panel-screen" aria-label={t('run.screen')} data-live="screen">
        <p className="panel-time">
          <span className="sr-only">{t('run.clock')} </span>
          <time data-panel-clock>{page.time}</time>
          <span className="panel-buzzer">{t(page.isEmpty ? 'run.empty' : page.sounding ? 'run.buzzer' : 'run.quiet')}</span>
        </p>
        {page.screen.length === 0 ? (
          <p>{t('run.normal')}</p>
        ) : (
          <>
            <p className="panel-count">{t('run.count', { count: page.screen.length })}</p>
            <ol>
              {page.screen.map(({ time, signal, point }) => (
                <li key={`${point.id} ${signal}`}>
                  <strong>{t(`signal.${signal}`)}</strong> {time} {pointText(t, point)}
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
      <section aria-label={t('run.lamps')} data-live="lamps">
        <ul className="panel-lamps">
          {big.map((name) => (
            <Lamp key={name} name={name} isLit={page.lamps[name]} />
          ))}
        </ul>
        <ul className="panel-lamps panel-lamps-small">
          {small.map((name) => (
            <Lamp key={name} name={name} isLit={page.lamps[name]} />
          ))}
        </ul>
      </section>
      <div data-live="shields">{page.shielded !== null && <ShieldList points={page.shielded} />}</div>
      <section className="panel-printer" aria-label={t('run.printer')} data-live="printer">
        <h3>{t('run.printer')}</h3>
        {page.printed.length === 0 && <p>{t('run.nothingPrinted')}</p>}
        <ol>
          {page.printed.map((line) => (
            <li key={line.id}>
              {line.time} {lineText(t, line)}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function ShieldList({ points }: { points: ShownPoint[] }) {
  const { t } = useTranslation('panel')
  return (
    <section className="panel-printer" aria-label={t('run.shieldList')}>
      <h3>{t('run.shieldList')}</h3>
      {points.length === 0 && <p>{t('run.noShield')}</p>}
      <ol>
        {points.map((point) => (
          <li key={point.id}>{pointText(t, point)}</li>
        ))}
      </ol>
    </section>
  )
}

/** The book: every act with its time and by whom. */
export function PanelBook({ page }: { page: PanelFacts }) {
  const { t } = useTranslation('panel')
  const [last] = page.acts
  return (
    <details className="panel-heard">
      <summary>
        <strong>{t('run.book')}</strong> {last === undefined ? t('run.nothingDone') : actText(t, last.verb, last.target, last.point)}
      </summary>
      <ol>
        {page.acts.map(({ id, time, by, verb, target, point }) => (
          <li key={id}>
            <span className="text-ink2">
              {time} {t(`run.by.${by}`)}
            </span>{' '}
            {actText(t, verb, target, point)}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What was said, the newest first; announced as it comes. */
export function PanelHeard({ page }: { page: PanelFacts }) {
  const { t } = useTranslation('panel')
  return (
    <section className="panel-heard" aria-labelledby="heard">
      <h2 id="heard">{t('run.heard')}</h2>
      <div role="log" data-live="heard">
        {page.heard.length === 0 && <p className="text-ink2">{t('run.nothingHeard')}</p>}
        <ol>
          {page.heard.map(({ id, time, from, words }) => (
            <li key={id}>
              <span className="text-ink2">
                {time} {t(`from.${from}`)}
              </span>{' '}
              {words ?? t(`unheard.${from}`)}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
