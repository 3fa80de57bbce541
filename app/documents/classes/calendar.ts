/** One entry of a calendar; begins, ends, stamp: instants. sequence: counts the changes, so that a later file replaces an earlier one. */
export type CalendarEntry = {
  uid: string
  title: string
  begins: Date
  ends: Date
  place: string
  says: string
  url: string
  sequence: number
  isCancelled: boolean
}

/** Text as a property's value has it (RFC 5545, 3.3.11). */
export const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, '')

/** An instant as a property's value has it. */
export const utc = (instant: Date): string => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const most = 75
const bytes = new TextEncoder()

/** A content line of at most 75 octets, and what is beyond on lines that begin with a space (RFC 5545, 3.1). No character is cut in two. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = bytes.encode(character).length
    if (octets + size > most) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/** The lines of one entry with a beginning and an end. */
export const entryLines = ({ uid, title, begins, ends, place, says, url, sequence, isCancelled }: CalendarEntry, stamp: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${utc(stamp)}`,
  `DTSTART:${utc(begins)}`,
  `DTEND:${utc(ends)}`,
  `SEQUENCE:${sequence}`,
  `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  `SUMMARY:${escaped(title)}`,
  ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
  ...(says === '' ? [] : [`DESCRIPTION:${escaped(says)}`]),
  `URL:${url.replace(/\s/g, '')}`,
  'END:VEVENT',
]

/** Lines of entries as a file. refreshed: hours after which a calendar that follows it should look again; null where none does. */
export function calendarFile(name: string, entries: readonly string[], refreshed: number | null = null): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mingbai//Classes//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...(refreshed === null ? [] : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshed}H`, `X-PUBLISHED-TTL:PT${refreshed}H`]),
    ...entries,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** A calendar file (RFC 5545). Times are in UTC, so that no calendar has to know a zone. */
export const calendarOf = (name: string, entries: readonly CalendarEntry[], stamp: Date): string =>
  calendarFile(
    name,
    entries.flatMap((entry) => entryLines(entry, stamp)),
  )
