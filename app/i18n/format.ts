import type { Day } from '../domain/shared/day'
import { formatDay } from '../domain/shared/day'
import type { Locale } from './config'

const zone = 'Asia/Shanghai'

const instantFormats: Record<Locale, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const civil = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A civil day in words: 2026年11月22日, 22 Nov 2026. Takes a Day or its YYYY-MM-DD. */
export function dayText(day: Day | string, locale: Locale): string {
  const [year, month, date] = (typeof day === 'string' ? day : formatDay(day)).split('-').map(Number)
  return locale === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[(month ?? 1) - 1]} ${year}`
}

/** An instant in words, in the time of the installation (Asia/Shanghai). */
export const instantText = (instant: Date | string, locale: Locale): string =>
  instantFormats[locale].format(typeof instant === 'string' ? new Date(instant) : instant)

/** The time of day of an instant to the second, HH:MM:SS; `toMinute` leaves the seconds out. */
export function clockText(instant: Date | string, toMinute = false): string {
  const text = clock.format(typeof instant === 'string' ? new Date(instant) : instant)
  return toMinute ? text.slice(0, 5) : text
}

/** The civil day of an instant in Asia/Shanghai, YYYY-MM-DD. */
export const civilDayOf = (instant: Date): string => civil.format(instant)
