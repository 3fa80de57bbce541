import type { ReactNode } from 'react'
import type { AskedStep } from '~/domain/learn/permit/shown-step'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { LicenceCard } from './licence-card'
import type { SceneFacts } from './scene-facts'
import { SitePicture } from './site-picture'

type Group = AskedStep['groups'][number]
export type Unclear = { reason: string; field: string }

function Choices({ group }: { group: Group }) {
  return (
    <div className={group.key === 'licence' ? 'permit-cards' : 'tick-list'}>
      {group.choices.map(({ id, text, label, card, picked, at }, index) => (
        <label key={id} className={card === null ? 'tick' : 'tick permit-card-tick'} htmlFor={`${group.key}-${id}`}>
          <input
            id={`${group.key}-${id}`}
            type={group.many ? 'checkbox' : 'radio'}
            name={group.key}
            value={id}
            defaultChecked={picked}
            required={!group.many}
          />
          <span>
            {at !== null && <span className="tick-number">{index + 1}</span>}
            {label !== null && <span className="permit-line">{label}</span>}
            {text}
            {card !== null && <LicenceCard card={card} />}
          </span>
        </label>
      ))}
    </div>
  )
}

function Asking({ group, unclear, children }: { group: Group; unclear: Unclear | null; children?: ReactNode }) {
  const { t } = useTranslation('learn')
  const isWrong = unclear?.field === group.key
  return (
    <fieldset className="permit-group" aria-describedby={isWrong ? `${group.key}-error` : undefined}>
      <legend className="permit-legend">{t(`permit.ask.${group.key}`)}</legend>
      <p className="piece-hint">{t(group.key === 'first' ? 'permit.ask.firstHint' : group.many ? 'permit.ask.many' : 'permit.ask.one')}</p>
      {children}
      <Choices group={group} />
      {isWrong && (
        <p id={`${group.key}-error`} className="mt-2 text-vermilion">
          {t(unclear.reason)}
        </p>
      )}
    </fieldset>
  )
}

const times = ['from', 'to'] as const
const box = 'mt-1 block min-h-touch w-40 rounded border border-field bg-raised px-3 py-2 text-16 text-ink'

function Hours({ asked, unclear }: { asked: AskedStep; unclear: Unclear | null }) {
  const { t } = useTranslation('learn')
  const isWrong = unclear?.field === 'hours'
  return (
    <fieldset className="permit-group" aria-describedby={isWrong ? 'hours-error' : undefined}>
      <legend className="permit-legend">{t('permit.ask.hours')}</legend>
      <p className="piece-hint">{t('permit.ask.hoursHint')}</p>
      <div className="mt-3 flex flex-wrap gap-6">
        {times.map((name) => (
          <label key={name} htmlFor={name}>
            {t(`permit.ask.${name}`)}
            <input id={name} name={name} type="time" required defaultValue={asked[name]} className={box} />
          </label>
        ))}
      </div>
      {isWrong && (
        <p id="hours-error" className="mt-2 text-vermilion">
          {t(unclear.reason)}
        </p>
      )}
    </fieldset>
  )
}

/** One step as a plain form: everything in it is asked, nothing of the answer is in the page. */
export function AskedForm({ scene, asked, unclear }: { scene: SceneFacts; asked: AskedStep; unclear: Unclear | null }) {
  const { t } = useTranslation('learn')
  return (
    <form method="post" action={`/permits/${scene.id}`} className="permit-form">
      <input type="hidden" name="step" value={asked.step} />
      {unclear !== null && (
        <p role="alert" className="mb-4 rounded border border-vermilion bg-raised p-4 text-vermilion">
          {t(unclear.reason)} {t('permit.kept')}
        </p>
      )}
      {asked.groups.map((group) => (
        <div key={group.key}>
          {group.key === 'licence' && <Hours asked={asked} unclear={unclear} />}
          <Asking group={group} unclear={unclear}>
            {group.key === 'spots' && <SitePicture {...scene.picture} spots={group.choices.map(({ id, at }) => ({ id, at }))} />}
          </Asking>
        </div>
      ))}
      <p className="no-print mt-6">
        <Button weight="primary">{t(`permit.send.${asked.step}`)}</Button>
      </p>
      <p className="mt-2 text-14 text-ink2">{t('permit.once')}</p>
    </form>
  )
}
