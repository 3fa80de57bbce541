import { type Day, parseDay } from '../shared/day'
import { plus } from '../shared/period'
import { withoutUnseen } from '../shared/plain-text'
import type { Direction } from './licence'
import { plainName, plainNumber } from './licence-number'

export const printedFields = ['item', 'level', 'direction', 'firstIssuedOn', 'validFrom', 'validTo', 'reviewDue', 'issuer'] as const
export type PrintedField = (typeof printedFields)[number]

/** What is printed on a kind of card, as content/licences.yaml has it. */
export type CardShape = {
  readonly id: string
  readonly prints: readonly { readonly field: PrintedField; readonly asks: 'needed' | 'wanted' | 'rare' }[]
  readonly levels?: readonly number[] | undefined
  readonly directions?: readonly { readonly id: Direction; readonly levels: readonly number[] }[] | undefined
}

/** A card as somebody typed it; what is not printed on its kind is passed over. */
export type TypedCard = { readonly number: string; readonly printedName: string } & {
  readonly [Field in PrintedField]?: string | undefined
}

export type Card = {
  readonly kind: string
  readonly number: string
  readonly printedName: string
  readonly item: string | null
  readonly level: number | null
  readonly direction: Direction | null
  readonly firstIssuedOn: Day | null
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly reviewDue: Day | null
  readonly issuer: string | null
}

/** What is wrong with one field; `why` ends a key of the locales. */
export type CardFault = { readonly field: 'number' | 'printedName' | PrintedField; readonly why: string }

const longest = { item: 100, issuer: 80, printedName: 60 } as const

/** A day as people copy it from a card: 2026-05-01, 2026.5.1, 2026/5/1, 2026年5月1日, 20260501. Null where there is no such day. */
export function readPrintedDay(typed: string): Day | null {
  const plain = withoutUnseen(typed).normalize('NFKC').replace(/\s/g, '')
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

type Read<T> = { value: T | null; fault: string | null }

function readDay(typed: string, today: Day, isPast: boolean): Read<Day> {
  if (typed.trim() === '') return { value: null, fault: null }
  const value = readPrintedDay(typed)
  if (value === null) return { value, fault: 'noSuchDay' }
  if (value < plus(today, { years: -60, months: 0, days: 0 })) return { value, fault: 'tooEarly' }
  if (isPast && value > today) return { value, fault: 'inFuture' }
  return { value, fault: value > plus(today, { years: 30, months: 0, days: 0 }) ? 'tooLate' : null }
}

function readText(typed: string, most: number): Read<string> {
  const value = withoutUnseen(typed).replace(/\s+/g, ' ').trim()
  return { value: value === '' ? null : value, fault: value.length > most ? 'tooLong' : null }
}

function readLevel(typed: string, shape: CardShape): Read<number> {
  const plain = typed.normalize('NFKC').trim()
  if (plain === '') return { value: null, fault: null }
  const value = Number(plain)
  return shape.levels?.includes(value) ? { value, fault: null } : { value: null, fault: 'noSuchLevel' }
}

function readDirection(typed: string, level: number | null, shape: CardShape): Read<Direction> {
  if (typed.trim() === '') return { value: null, fault: null }
  const found = shape.directions?.find(({ id }) => id === typed.trim())
  if (found === undefined) return { value: null, fault: 'noSuchDirection' }
  return { value: found.id, fault: level !== null && !found.levels.includes(level) ? 'levelNotOfDirection' : null }
}

/** What is out of order among the days of a card, at the later field: issue, first valid day, review, last valid day. */
export function orderFaults({ firstIssuedOn, validFrom, validTo, reviewDue }: Omit<Card, 'kind' | 'number' | 'printedName'>): CardFault[] {
  const faults: CardFault[] = []
  const put = (field: PrintedField, why: string, before: Day | null, after: Day | null) => {
    if (before !== null && after !== null && after < before && !faults.some((fault) => fault.field === field)) faults.push({ field, why })
  }
  put('validFrom', 'beforeIssue', firstIssuedOn, validFrom)
  put('validTo', 'endBeforeBegin', validFrom ?? firstIssuedOn, validTo)
  put('reviewDue', 'reviewBeforeBegin', validFrom ?? firstIssuedOn, reviewDue)
  put('reviewDue', 'reviewAfterEnd', reviewDue, validTo)
  return faults
}

/**
 * Reads a card as it was copied, or says what is wrong with each field. Nothing is worked out: a day that is not printed stays empty.
 * `holder`: whose card it is meant to be; a card in another name is refused.
 */
export function readCard(shape: CardShape, typed: TypedCard, holder: string, today: Day): { card: Card } | { faults: CardFault[] } {
  const faults: CardFault[] = []
  const isPrinted = (field: PrintedField) => shape.prints.find((one) => one.field === field)
  const take = <T>(field: PrintedField, read: (typed: string) => Read<T>): T | null => {
    const asked = isPrinted(field)
    if (asked === undefined) return null
    const { value, fault } = read(typed[field] ?? '')
    const why = fault ?? (value === null && asked.asks === 'needed' ? 'missing' : null)
    if (why !== null) faults.push({ field, why })
    return value
  }
  const number = plainNumber(typed.number)
  if (number === '') faults.push({ field: 'number', why: 'missing' })
  else if (!/^[\p{Script=Han}A-Z0-9()]{4,40}$/u.test(number)) faults.push({ field: 'number', why: 'notANumber' })
  const name = readText(typed.printedName, longest.printedName)
  if (name.value === null) faults.push({ field: 'printedName', why: 'missing' })
  else if (name.fault !== null) faults.push({ field: 'printedName', why: name.fault })
  else if (plainName(name.value) !== plainName(holder)) faults.push({ field: 'printedName', why: 'otherName' })
  const level = take('level', (text) => readLevel(text, shape))
  const card: Card = {
    kind: shape.id,
    number,
    printedName: name.value ?? '',
    item: take('item', (text) => readText(text, longest.item)),
    level,
    direction: take('direction', (text) => readDirection(text, level, shape)),
    firstIssuedOn: take('firstIssuedOn', (text) => readDay(text, today, true)),
    validFrom: take('validFrom', (text) => readDay(text, today, true)),
    validTo: take('validTo', (text) => readDay(text, today, false)),
    reviewDue: take('reviewDue', (text) => readDay(text, today, false)),
    issuer: take('issuer', (text) => readText(text, longest.issuer)),
  }
  const wrong = new Set(faults.map(({ field }) => field))
  faults.push(...orderFaults(card).filter(({ field }) => !wrong.has(field)))
  return faults.length > 0 ? { faults } : { card }
}
