import { clockText } from '~/i18n/clock-text'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'

export type T = (key: string, values?: Record<string, string | number>) => string

/** Words of a namespace in a language. */
export function wordsIn(locale: Locale, namespace: 'drillpapers' | 'drills' | 'drillrecord' | 'classroom'): T {
  const { t } = translator(locale)
  return (key, values = {}) => t(`${namespace}:${key}`, values)
}

/** A word for one of a known set; anything else is printed as it was written. */
export function knownWord(t: T, folder: string, known: readonly string[], value: string): string {
  return known.includes(value) ? t(`${folder}.${value}`) : value
}

/** The foot of every page, to which the number is put when the pages are known. */
export const pageOf = (t: T): string => t('pageOf', { page: '{page}', pages: '{pages}' })

export const dayAndTime = (on: string, time: string, locale: Locale): string => [dayText(on, locale), time].filter(Boolean).join(' ')

/** Time of day with its seconds: marks are seconds apart. */
export const secondsText = (at: string): string => `${clockText(new Date(at))}:${String(new Date(at).getUTCSeconds()).padStart(2, '0')}`

/** Minutes and seconds from one instant to another, 3:07. */
export function elapsed(from: string, to: string): string {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const joined = (names: readonly string[], locale: Locale): string => names.join(locale === 'zh' ? '、' : ', ')
