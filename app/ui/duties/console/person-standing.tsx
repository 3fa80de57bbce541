import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { StandingLine } from '../standing-line'
import { useLocale } from '../use-locale'
import type { ComingShown, EffectShown, HeldLine, HistoryRow } from './person'

/** What comes next for a person, in the order of its dates: what is late first, what is never asked again last. */
export function ComesNext({ lines }: { lines: HeldLine[] }) {
  const { t } = useTranslation('duties')
  return (
    <section aria-labelledby="next" className="mt-6 max-w-measure">
      <h2 id="next" className="text-18">
        {t('person.next')}
      </h2>
      {lines.length === 0 ? (
        <p className="mt-2 text-ink2">{t('person.nextNone')}</p>
      ) : (
        <ul className="mt-3 border-t border-line">
          {lines.map(({ key, thing, position, line, coming }) => (
            <StandingLine key={key} line={line}>
              <p id={thing} className="basis-full scroll-mt-24">
                {position !== null && (
                  <span className="text-ink2">
                    {position}
                    {!isSaid(line, coming) && ' · '}
                  </span>
                )}
                {isSaid(line, coming) ? null : <Next coming={coming} />}
              </p>
            </StandingLine>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The line itself names the last day of what is due. */
const isSaid = (line: HeldLine['line'], coming: ComingShown): boolean => coming.kind === 'asked' && line.due === coming.on

function Next({ coming }: { coming: ComingShown }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (coming.kind === 'nothing') return <span className="text-ink2">{t('person.coming.nothing')}</span>
  const on = dayText(coming.on, locale)
  if (!('again' in coming) || coming.again === null) return <>{t(`person.coming.${coming.kind}`, { on })}</>
  const key = coming.again === coming.on ? 'Same' : 'Again'
  return <>{t(`person.coming.${coming.kind}${key}`, { on, again: dayText(coming.again, locale) })}</>
}

/** Everything on record of a person at the unit, newest first, with what each piece did; papers not passed are history only. */
export function OnRecord({ history, unitName }: { history: HistoryRow[]; unitName: string }) {
  const { t } = useTranslation('duties')
  return (
    <section aria-labelledby="record" className="mt-10 max-w-measure">
      <h2 id="record" className="text-18">
        {t('person.record')}
      </h2>
      {history.length === 0 ? (
        <p className="mt-2 text-ink2">{t('person.recordNone', { unitName })}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {history.map((row) => (
            <li key={row.id} className="py-4">
              {row.kind === 'evidence' ? <Piece row={row} /> : <FailedPaper row={row} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Piece({ row }: { row: Extract<HistoryRow, { kind: 'evidence' }> }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <>
      <p className="font-semibold">
        {row.evidence.words}
        {row.evidence.isAfterwards && t('why.afterwards')}
      </p>
      <p className="text-ink2">
        {dayText(row.on, locale)}
        {row.elsewhere && ` · ${t('person.elsewhere')}`}
        {row.revokedOn !== null && ` · ${t('why.not.revoked', { on: dayText(row.revokedOn, locale) })}`}
      </p>
      {row.sheet !== null && <p className="break-words text-14 text-ink2">{t('imports:source', row.sheet)}</p>}
      {row.effects.length === 0 ? (
        <p className="mt-1 text-ink2">{t('person.noUse')}</p>
      ) : (
        <ul className="mt-1">
          {row.effects.map((effect) => (
            <Effect key={effect.duty} effect={effect} />
          ))}
        </ul>
      )}
    </>
  )
}

function Effect({ effect: { duty, title, isOver, reason } }: { effect: EffectShown }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { kind, ...days } = reason
  const named = Object.fromEntries(Object.entries(days).map(([name, day]) => [name, dayText(day, locale)]))
  const isCounted = kind === 'counted'
  return (
    <li className={`flex gap-2 py-1 ${isCounted ? 'text-met' : 'text-ink2'}`}>
      <span className="mt-1">
        <Icon name={isCounted ? 'met' : 'none'} size={16} />
      </span>
      <span>
        <a href={`/duties/${duty}`}>{title}</a>
        {t('person.colon')}
        {isCounted ? t(isOver ? 'person.countedThen' : 'person.counted') : t(`why.not.${kind}`, named)}
      </span>
    </li>
  )
}

function FailedPaper({ row }: { row: Extract<HistoryRow, { kind: 'failedPaper' }> }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <>
      <p className="font-semibold">
        {t('person.failed')} <span className="font-normal">{row.course}</span>
      </p>
      <p className="text-ink2">
        {dayText(row.on, locale)} · {row.position}
        {row.score !== null && ` · ${t('person.score', { score: row.score })}`}
      </p>
      <p className="mt-1 text-ink2">{t('person.failedText')}</p>
    </>
  )
}
