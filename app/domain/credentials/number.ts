import { alphabet } from '../shared/codes'

const bodyLength = 6
const pattern = new RegExp(`^MB(\\d{4})([${alphabet}]{${bodyLength}})([${alphabet}])$`)

/**
 * 31 is prime and the weights differ, so one wrong character and two exchanged neighbours always show. The year counts, too.
 */
function checkOf(year: string, body: string): string {
  const values = [...[...year].map(Number), ...[...body].map((letter) => alphabet.indexOf(letter))]
  const sum = values.reduce((total, value, at) => total + value * (at + 2), 0)
  return alphabet.charAt(sum % alphabet.length)
}

const written = (year: string, body: string, check: string): string => `MB-${year}-${body.slice(0, 4)}-${body.slice(4)}${check}`

/** Characters of a number that are drawn at random. */
export const numberBodyLength = bodyLength

/** MB-2026-7K3M-9PQ: the year of issue, six random characters, one that checks them. To be read out over the phone. */
export function certificateNumber(year: number, body: string): string {
  const text = String(year)
  return written(text, body, checkOf(text, body))
}

/** A number as typed or spoken, in its one spelling; null where it cannot be one. */
export function readCertificateNumber(typed: string): string | null {
  const [, year = '', body = '', check = ''] = pattern.exec(typed.toUpperCase().replace(/[\s-]/g, '')) ?? []
  return check !== '' && checkOf(year, body) === check ? written(year, body, check) : null
}

/** What a stranger sees of it. */
export const maskedNumber = (number: string): string => number.replace(/^(MB-\d{4})-.{4}-/, '$1-****-')
