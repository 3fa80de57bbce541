import { readCode } from '../shared/codes'
import { type Day, parseDay } from '../shared/day'
import { minus, plus } from '../shared/period'
import { withoutUnseen } from '../shared/plain-text'

/** Characters of a unit's join code. */
export const joinCodeLength = 8

/** A join code as scanned or typed, of the length we print or a little shorter or longer; null where it cannot be one. */
export function readJoinCode(typed: string): string | null {
  const { length } = typed.replace(/[\s-]/g, '')
  return length >= 6 && length <= 12 ? readCode(typed, length) : null
}

const years = (count: number) => ({ years: count, months: 0, days: 0 })

/** A first day of work as typed: from sixty years back, so that nobody on an old roster is left out, to one year ahead of today, or what is wrong with it. */
export function readStartDay(typed: string, today: Day): Day | 'notADay' | 'tooEarly' | 'tooLate' {
  const text = typed.trim()
  const day = parseDay(text)
  if (day === null) return /^(?:0\d|1[0-8])\d\d-\d\d-\d\d$/.test(text) ? 'tooEarly' : 'notADay'
  if (day < minus(today, years(60))) return 'tooEarly'
  return day > plus(today, years(1)) ? 'tooLate' : day
}

/** A last day of work as typed: not before the first day, at most one year ahead of today. */
export function readLastDay(typed: string, from: Day, today: Day): Day | 'notADay' | 'beforeStart' | 'tooLate' {
  const day = parseDay(typed.trim())
  if (day === null) return 'notADay'
  if (day < from) return 'beforeStart'
  return day > plus(today, years(1)) ? 'tooLate' : day
}

/** A name as typed, with ordinary spaces only and without characters that nobody sees. */
export const readName = (typed: string): string => withoutUnseen(typed.normalize('NFKC').replace(/\s+/g, ' ')).trim()

/** Two spellings of one name: spaces, middle dots and case do not count. */
export const isSameName = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•・]/g, '')
    .toLowerCase()

/** A known person who may be the one that joins. `inUnit`: the asking manager's own unit knows him. */
export type Clash = { personId: string; by: 'phone' | 'idNumber' | 'name'; inUnit: boolean; sameName: boolean }

/**
 * May the manager say that a joiner is this known person? Inside his unit he knows who it is. Elsewhere the names must agree, so that
 * nobody learns a stranger's name from a telephone number.
 */
export const mayBeSame = (clash: Clash): boolean => clash.inUnit || clash.sameName || clash.by === 'idNumber'

/** Whose post it becomes where known people may be meant: null while nobody has said, a known person, or another person. */
export type SameAs = null | 'other' | { personId: string }

/** The answer to "is it the same person?" as a form's button sends it: `other`, or `is:` and the known person's id. */
export function readSame(sent: string | undefined): SameAs {
  if (sent === 'other') return 'other'
  return sent?.startsWith('is:') ? { personId: sent.slice(3) } : null
}
