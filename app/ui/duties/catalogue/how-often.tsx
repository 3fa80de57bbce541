import { isZero, type Period } from '~/domain/shared/period'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { WhyPart } from '../duty-clause'
import { useLocale } from '../use-locale'
import { useDutyWords } from './duty-words'
import type { Computed, DutyPage } from './entry'

/** The rhythm exactly, what follows from missing it, and what of all this is ours; of a stated duty the reminders and why it is not computed. */
export function HowOften({ duty }: { duty: DutyPage }) {
  const { t } = useTranslation('duties')
  const { rhythm } = duty
  return (
    <>
      {rhythm.kind === 'stated' ? (
        <>
          <p className="font-semibold">{rhythm.when}</p>
          <Reminders reminders={duty.reminders} />
          <WhyPart title={t('catalogue.notComputed')}>
            <p>{t(`catalogue.because.${rhythm.rhythm}`)}</p>
            <p>{t('catalogue.onlyShown')}</p>
          </WhyPart>
        </>
      ) : (
        <>
          <Exactly rhythm={rhythm} />
          <p>{t(`catalogue.missing.${duty.missing}`)}</p>
        </>
      )}
      {duty.policy !== null && (
        <WhyPart title={t('why.policy')}>
          <p>{duty.policy}</p>
        </WhyPart>
      )}
    </>
  )
}

function Exactly({ rhythm }: { rhythm: Computed }) {
  const { t } = useTranslation('duties')
  const { often, span } = useDutyWords()
  return (
    <>
      <p className="font-semibold">{rhythm.kind === 'calendar' ? t('catalogue.atLeast', { every: often(rhythm) }) : often(rhythm)}</p>
      <ul>
        {detailsOf(rhythm).map(({ key, period }) => (
          <li key={key}>{period === undefined ? t(key) : t(key, { span: span(period) })}</li>
        ))}
      </ul>
    </>
  )
}

type Detail = { key: string; period?: Period }

/** What the rule counts exactly, one sentence each. */
function detailsOf(rhythm: Computed): Detail[] {
  switch (rhythm.kind) {
    case 'calendar':
      return [{ key: `catalogue.exact.${rhythm.every}` }, ...timed('lead', rhythm.lead, null)]
    case 'gate':
      return timed('lookback', rhythm.lookback, 'lookbackNone')
    case 'once':
      return [...timed('within', rhythm.within, 'atOnce'), { key: 'catalogue.exact.onceOnly' }]
    case 'rolling':
      return [
        { key: 'catalogue.exact.printed', period: rhythm.every },
        ...timed('opens', rhythm.opens, null),
        ...timed('within', rhythm.first, 'atOnce'),
      ]
  }
}

/** A sentence with a length of time; another, or none, where that is no time at all. */
function timed(key: string, period: Period, atOnce: string | null): Detail[] {
  if (!isZero(period)) return [{ key: `catalogue.exact.${key}`, period }]
  return atOnce === null ? [] : [{ key: `catalogue.exact.${atOnce}` }]
}

function Reminders({ reminders }: { reminders: DutyPage['reminders'] }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (reminders.length === 0) return null
  return (
    <WhyPart title={t('catalogue.reminders')}>
      <ul>
        {reminders.map(({ what, from, to, state }) => (
          <li key={`${from} ${what}`} className="flex gap-3 py-1">
            <span className={`mt-1 ${state === 'now' ? 'text-due' : 'text-ink2'}`}>
              <Icon name={state === 'later' ? 'none' : 'due'} />
            </span>
            <div>
              <p>
                {state !== 'later' && <span className="font-semibold">{t(`catalogue.reminder.${state}`)} </span>}
                {t('catalogue.window', { from: dayText(from, locale), to: dayText(to, locale) })}
              </p>
              <p className="text-ink2">{what}</p>
            </div>
          </li>
        ))}
      </ul>
    </WhyPart>
  )
}
