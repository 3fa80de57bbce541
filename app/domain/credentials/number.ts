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

const chineseDigits = new Map([...'零〇○幺一二两三四五六七八九'].map((digit, at) => [digit, '00011223456789'.charAt(at)]))

/** Typed or spoken signs as the letters and digits they stand for: full width, small letters, 二〇二六, 幺; without what divides them. */
const plain = (typed: string): string =>
  [...typed.normalize('NFKC').toUpperCase()]
    .map((sign) => chineseDigits.get(sign) ?? sign)
    .join('')
    .replace(/证书|编号|横杠|杠|[^0-9A-Z]/gu, '')

/** The year has digits only: there O can only be 0, and I or L only 1. */
const yearAsMeant = (text: string): string =>
  text.replace(/^MB([0-9OIL]{4})/, (_whole, year: string) => `MB${year.replaceAll('O', '0').replace(/[IL]/g, '1')}`)

/** A number as typed or spoken, in its one spelling; null where it cannot be one. */
export function readCertificateNumber(typed: string): string | null {
  const [, year = '', body = '', check = ''] = pattern.exec(yearAsMeant(plain(typed))) ?? []
  return check !== '' && checkOf(year, body) === check ? written(year, body, check) : null
}

/** Is this meant to be a whole number, though its check character says that something in it is wrong? */
export const isMisread = (typed: string): boolean => /^MB[0-9A-Z]{9,13}$/.test(plain(typed)) && readCertificateNumber(typed) === null

/** The signs of a number by the groups in which it is read out: MB, 2026, 7K3M, 9PQ. */
export const spokenGroups = (number: string): string[][] => number.split('-').map((group) => [...group])

/** What a stranger sees of it. */
export const maskedNumber = (number: string): string => number.replace(/^(MB-\d{4})-.{4}-/, '$1-****-')
