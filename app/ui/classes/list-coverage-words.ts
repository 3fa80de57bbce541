import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import type { Words } from '~/i18n/quick-words'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { CoverageRow } from './list-coverage'

/** How a line stands in sentences, the one that matters most first. `t` knows the area's words. */
export function lineWords(row: CoverageRow, t: Words, locale: Locale): string[] {
  const day = (text: string): string => dayText(text, locale)
  const { covered, closed, excuse, left } = row
  const head = (): string[] => {
    if (left !== null) return leftWords(left, t, day)
    if (closed !== null)
      return [
        closed.into === null ? t('line.closed', { day: day(closed.on) }) : t('line.merged', { day: day(closed.on), into: closed.into }),
      ]
    if (excuse === null) return []
    const until = excuse.until === null ? '' : t('line.excusedUntil', { day: day(excuse.until) })
    return [t('line.excused', { why: excuse.why, until }), t('line.excusedBy', { day: day(excuse.on), by: excuse.by })]
  }
  if (covered !== null) return [...head(), ...coveredWords(covered, t, day)]
  const has = row.has.length === 0 ? t('line.hasNone') : t('line.has', { parts: row.has.join(t('join')) })
  if (left !== null || closed !== null) return [...head(), has]
  if (row.holds !== null) return [...head(), t('line.holds', { what: row.holds.what, day: day(row.holds.on) }), has]
  const routed = row.routed === null ? [] : [t('line.routed', { what: row.routed.what, day: day(row.routed.on) })]
  return [...head(), has, askedWords(row.asked, t, day), ...routed, ...chargeWords(row, t)]
}

type DayWords = (text: string) => string

function leftWords({ on, why, reason, by }: NonNullable<CoverageRow['left']>, t: Words, day: DayWords): string[] {
  const first = t('line.left', { day: day(on), why: t(`left.${why}`) })
  return [first, [reason, by].filter(Boolean).join(t('join'))].filter(Boolean)
}

function coveredWords({ name, on, isDeputy, successor }: NonNullable<CoverageRow['covered']>, t: Words, day: DayWords): string[] {
  const first = t(isDeputy ? 'line.byDeputy' : 'line.inPerson', { name, day: day(on) })
  return successor === null ? [first] : [first, t('line.successor', { name: successor.name, day: day(successor.since) })]
}

function askedWords(asked: CoverageRow['asked'], t: Words, day: DayWords): string {
  if (asked === null) return t('line.notAsked')
  return t(`line.asked.${asked.answer ?? 'none'}`, { day: day(asked.on), why: asked.why })
}

function chargeWords({ unit, inCharge }: CoverageRow, t: Words): string[] {
  if (unit !== null) return []
  return [inCharge.length === 0 ? t('line.nobodyInCharge') : t('line.inCharge', { names: inCharge.join(t('join')) })]
}

/** The same for pages. */
export function useLineWords(): (row: CoverageRow) => string[] {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  return (row) => lineWords(row, (key, values) => t(key, { ...values }), locale)
}
