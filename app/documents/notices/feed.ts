import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { type CalendarEntry, calendarFile, entryLines, escaped, utc } from '../classes/calendar'

/** An entry of a whole day, at which nothing takes place: it takes nobody's time. */
export type DayEntry = { uid: string; title: string; on: Day; says: string; url: string }

/** How often a calendar that follows a feed should look again, in hours. */
const refreshed = 12

const plain = (day: Day): string => formatDay(day).replace(/-/g, '')

const dayLines = ({ uid, title, on, says, url }: DayEntry, stamp: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${utc(stamp)}`,
  `DTSTART;VALUE=DATE:${plain(on)}`,
  `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
  'TRANSP:TRANSPARENT',
  `SUMMARY:${escaped(title)}`,
  ...(says === '' ? [] : [`DESCRIPTION:${escaped(says)}`]),
  `URL:${url.replace(/\s/g, '')}`,
  'END:VEVENT',
]

export type Feed = { name: string; days: readonly DayEntry[]; hours: readonly CalendarEntry[] }

/** A calendar to follow (RFC 5545, RFC 7986): what is due as whole days, what takes place with its hours. */
export const feedFile = ({ name, days, hours }: Feed, stamp: Date): string =>
  calendarFile(name, [...days.flatMap((entry) => dayLines(entry, stamp)), ...hours.flatMap((entry) => entryLines(entry, stamp))], refreshed)
