import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import type { DutyLine } from './duty-line'
import { StandingLine } from './standing-line'
import { useLocale } from './use-locale'

export type OtherDuty = { key: string; line: DutyLine; href: string | null }
export type EndedSeat = { id: string; unitName: string; position: string; from: string; to: string }

/** Duties that warn and never bar. */
export function OtherDuties({ others }: { others: OtherDuty[] }) {
  const { t } = useTranslation('duties')
  return (
    <section aria-labelledby="others" className="mt-10">
      <h2 id="others" className="text-18">
        {t('me.others')}
      </h2>
      <p className="mb-3 text-ink2">{t(others.length === 0 ? 'me.nothingElse' : 'me.othersLead')}</p>
      {others.length > 0 && (
        <ul className="border-t border-line">
          {others.map(({ key, line, href }) => (
            <StandingLine key={key} line={line}>
              {href !== null && (
                <a href={href} className="inline-flex min-h-touch items-center">
                  {t('me.course')}
                </a>
              )}
            </StandingLine>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Posts that have ended, folded away. */
export function EndedSeats({ ended }: { ended: EndedSeat[] }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (ended.length === 0) return null
  return (
    <details className="mt-10">
      <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('me.ended')}</summary>
      <ul className="text-ink2">
        {ended.map((seat) => (
          <li key={seat.id} className="py-2">
            {t('me.endedLine', { ...seat, from: dayText(seat.from, locale), to: dayText(seat.to, locale) })}
          </li>
        ))}
      </ul>
    </details>
  )
}
