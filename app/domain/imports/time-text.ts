const two = (number: number): string => String(number).padStart(2, '0')

/** A time of day as people write it in tables: 14:05, 14点05分, 14时, 下午2:05, or the part of a day that a spreadsheet keeps. HH:MM, or null. */
export function readTimeText(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '')
  if (/^0?\.\d+$/.test(text)) {
    const minutes = Math.round(Number(text) * 24 * 60) % (24 * 60)
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  }
  const [all, half = '', hour = '', minute = '0'] =
    /^(上午|下午|晚上)?(\d{1,2})[:时点](?:(\d{1,2})分?)?(?::\d{1,2}(?:\.\d+)?)?$/.exec(text) ?? []
  if (all === undefined) return null
  const hours = Number(hour) + (half !== '' && half !== '上午' && Number(hour) < 12 ? 12 : 0)
  return hours < 24 && Number(minute) < 60 ? `${two(hours)}:${two(Number(minute))}` : null
}

/** The time of day that stands after a day in one cell; '' where there is none. */
export const timeAfterDay = (typed: string): string =>
  /[T\s日](\D{0,2}\d{1,2}[:时点].*)$/.exec(typed.normalize('NFKC'))?.[1]?.replace(/Z$/, '') ?? ''
