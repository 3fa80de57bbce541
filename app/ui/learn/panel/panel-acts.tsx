import type { Role } from '~/domain/learn/panel/acts'
import { useTranslation } from '~/i18n/words'
import type { PanelFacts } from './panel-facts'
import { actText, pointText } from './panel-words'

const keys = ['mute', 'read', 'automatic', 'manual', 'shield-list', 'reset']
const people = [
  'camera',
  'phone',
  'send:zone',
  'send:pump-room',
  'send:power-room',
  'both-go',
  'call-119',
  'plan',
  'head',
  'manager',
  'meet',
  'rounds',
  'feedback',
  'log',
]
const radio = ['guide', 'open-shutter', 'cause', 'cabinet', 'valve']
const field = ['look', 'tell', 'guide', 'cause', 'cabinet', 'valve']

function ActButton({ by, act, label, name }: { by: Role; act: string; label?: string; name?: string }) {
  const { t } = useTranslation('panel')
  const [verb = '', target = null] = act.split(':')
  return (
    <button type="submit" name="act" value={`${by}/${act}`} className="panel-act" aria-label={name}>
      {label ?? actText(t, verb, target, null)}
    </button>
  )
}

function Group({ title, acts, by }: { title: string; acts: readonly string[]; by: Role }) {
  return (
    <fieldset className="panel-group">
      <legend>{title}</legend>
      <div className="panel-buttons">
        {acts.map((act) => (
          <ActButton key={act} by={by} act={act} />
        ))}
      </div>
    </fieldset>
  )
}

function Devices({ page }: { page: PanelFacts }) {
  const { t } = useTranslation('panel')
  const state = (isLit: boolean) => t(isLit ? 'run.lit' : 'run.dark')
  return (
    <fieldset className="panel-group">
      <legend>{t('run.devices')}</legend>
      <ul className="panel-devices">
        {page.devices.map(({ id, started, answered }) => (
          <li key={id}>
            <span className="panel-device-name">{t(`device.${id}`)}</span>
            <span className="panel-device-state" data-live={`device-${id}`}>
              <span className={started ? 'panel-on' : ''}>
                {t('lamp.start')} {state(started)}
              </span>
              <span className={answered ? 'panel-on' : ''}>
                {t('lamp.feedback')} {state(answered)}
              </span>
            </span>
            <ActButton by="desk" act={`start:${id}`} label={t('act.start')} name={actText(t, 'start', id, null)} />
            <ActButton by="desk" act={`stop:${id}`} label={t('act.stop')} name={actText(t, 'stop', id, null)} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Shields({ page }: { page: PanelFacts }) {
  const { t } = useTranslation('panel')
  return (
    <details className="panel-group">
      <summary>{t('run.shields')}</summary>
      <ul className="panel-devices">
        {page.points.map((point) => (
          <li key={point.id}>
            <span className="panel-device-name">{pointText(t, point)}</span>
            {(['shield', 'unshield'] as const).map((verb) => (
              <ActButton key={verb} by="desk" act={`${verb}:${point.id}`} label={t(`act.${verb}`)} name={actText(t, verb, null, point)} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Everything that can be done, as buttons of one plain form. With two people each role has its own part. */
export function PanelActs({ page }: { page: PanelFacts }) {
  const { t } = useTranslation('panel')
  const { at, onTheWay } = page.partner
  const isTwo = page.mode === 'two'
  return (
    <form method="post" className="panel-form" data-panel-form>
      {isTwo && <h2>{t('run.desk')}</h2>}
      <Group title={t('run.keys')} acts={keys} by="desk" />
      <Group title={t('run.people')} acts={isTwo ? [...people, 'open-shutter'] : people} by="desk" />
      <Devices page={page} />
      <Shields page={page} />
      {isTwo && <h2>{t('run.field')}</h2>}
      <p className="panel-where" data-live="partner">
        {t('run.field')}: {t(`run.fieldAt.${at}`)}
        {onTheWay && ` (${t('run.fieldAt.onTheWay')})`}
      </p>
      <Group title={isTwo ? t('run.field') : t('run.radio')} acts={isTwo ? field : radio} by={isTwo ? 'field' : 'desk'} />
      <p className="mt-6">
        <button type="submit" name="act" value="finish" className="panel-act panel-finish">
          {t('run.finish')}
        </button>
      </p>
    </form>
  )
}
