import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { NightLicence, NightWatcher } from './night'

/** Who was rostered and who was there, with licences as they stood then. */
export function NightWatchers({ watchers }: { watchers: NightWatcher[] }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  if (watchers.length === 0) return <p className="text-ink2">{t('week.nobody')}</p>
  return (
    <ul className="max-w-measure">
      {watchers.map((one) => (
        <li key={one.personId} className="break-inside-avoid border-b border-line py-3">
          <p>
            <span className="font-semibold">{one.name}</span> <span className="text-ink2">{one.position ?? ''}</span>
            {!one.counts && <span className="text-ink2"> {t('week.trainee')}</span>}
          </p>
          <p>
            {t(one.isPlanned ? 'night.rostered' : 'shift.notPlanned')} ·{' '}
            <span className={one.on === null ? 'text-vermilion' : ''}>
              {one.on === null ? t('night.notThere') : t(`sign.way.${one.on.way}`, { at: instantText(one.on.at, locale) })}
            </span>
            {one.off !== null && <> · {t('sign.offAt', { at: instantText(one.off, locale) })}</>}
          </p>
          {one.word === null ? (
            <p className="text-met">{t('night.fit')}</p>
          ) : (
            <p className="text-vermilion">{t('shift.doesNotCount', { why: t(`why.${one.word}`) })}</p>
          )}
          {one.licences.map((licence) => (
            <Licence key={`${licence.name}${licence.number}`} licence={licence} />
          ))}
          {one.licences.length === 0 && <p className="text-ink2">{t('night.noLicence')}</p>}
          <p className="text-14 text-ink2">{t(one.isSnapshot ? 'night.snapshot' : 'night.evidence')}</p>
        </li>
      ))}
    </ul>
  )
}

function Licence({ licence }: { licence: NightLicence }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const parts = [
    licence.name,
    licence.level === null ? null : t(`level.${licence.level}`),
    licence.direction === null ? null : t(`direction.${licence.direction}`),
    t('night.number', { tail: licence.number }),
    licence.validTo === null ? t('night.noEnd') : t('night.validTo', { day: dayText(licence.validTo, locale) }),
    licence.reviewDue === null ? null : t('night.reviewDue', { day: dayText(licence.reviewDue, locale) }),
    licence.checkedOn === null ? null : t('night.checked', { day: dayText(licence.checkedOn, locale) }),
  ]
  return (
    <p>
      {parts.filter((part) => part !== null).join(' · ')}{' '}
      <span className={licence.state === 'valid' ? 'text-met' : 'text-vermilion'}>{t(`licenceState.${licence.state}`)}</span>
    </p>
  )
}
