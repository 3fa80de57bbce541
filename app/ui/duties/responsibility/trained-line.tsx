import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { StandingLines } from '../standing-line'
import { useLocale } from '../use-locale'
import type { ShownMingbai } from './mingbai'

/** Somebody named, how he is trained and until when, with the lines behind it. */
export function MingbaiPerson({ person }: { person: ShownMingbai }) {
  const { t } = useTranslation('duties')
  return (
    <div className="mb-3 text-left last:mb-0">
      <p>
        <span className="font-semibold">{person.name}</span> · {person.position}
      </p>
      {person.isLeft ? <p className="text-due">{t('responsibility.left')}</p> : <Trained person={person} />}
      {person.lines.length > 0 && (
        <details>
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
            {t('responsibility.trained.details')}
          </summary>
          <StandingLines lines={person.lines} isNested />
        </details>
      )}
    </div>
  )
}

function Trained({ person: { training } }: { person: ShownMingbai }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (training === null) return <p className="text-ink2">{t('responsibility.trained.unbound')}</p>
  const { asked, missing, on, until } = training
  const isMissing = missing > 0
  return (
    <p className={`flex gap-2 ${isMissing ? 'text-due' : 'text-met'}`}>
      <span className="mt-1">
        <Icon name={isMissing ? 'due' : 'met'} size={18} />
      </span>
      <span>
        {t(isMissing ? 'responsibility.trained.missing' : 'responsibility.trained.met', { count: asked, n: missing })}
        {on !== null && t('responsibility.trained.on', { day: dayText(on, locale) })}
        {until !== null && t('responsibility.trained.until', { day: dayText(until, locale) })}
      </span>
    </p>
  )
}
