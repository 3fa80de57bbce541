import { readIdNumber } from '../org/id-number'
import { readName, readStartDay } from '../org/joining'
import { readPhone } from '../org/phone'
import type { Day } from '../shared/day'
import { readDayText } from './day-text'
import type { Cells } from './headings'
import type { CellFault } from './line-result'
import { bareWord } from './plain-cell'

export type ImportUnit = { readonly id: string; readonly name: string; readonly from: Day; readonly to: Day | null }

/** A row that could be read. masked: a telephone number as our own lists show it, which says nothing new; isIdMasked: so is the ID number. */
export type PersonWish = {
  readonly unit: ImportUnit
  readonly name: string
  readonly phone: string | null
  readonly masked: string | null
  readonly idNumber: string | null
  readonly isIdMasked: boolean
  readonly position: string | null
  readonly from: Day | null
  readonly staffNumber: string | null
}

/** What a row is read with. unitOf: which unit a cell means, or what is wrong with it. */
export type PersonReading = {
  readonly today: Day
  readonly positionOf: (typed: string) => string | null
  readonly unitOf: (typed: string) => ImportUnit | UnitFault
}
export type UnitFault = 'unitMissing' | 'unitUnknown' | 'unitSeveral' | 'otherUnit'

type Read<T> = { value: T } | { reason: string; values?: Record<string, string | number> }
const wrong = (reason: string, values?: Record<string, string | number>): Read<never> => (values ? { reason, values } : { reason })

function nameIn(typed: string): Read<string> {
  const name = readName(typed)
  if (name === '') return wrong('people:error.nameMissing')
  return name.length > 60 ? wrong('people:error.nameLong') : { value: name }
}

const maskedNumber = /^\d{4}\*{12}[\dX]{2}$/i
const maskedPhone = /^1\d\d\*{4}\d{4}$/

function phoneIn(typed: string): Read<string | null> {
  if (typed === '' || maskedPhone.test(typed)) return { value: null }
  const phone = readPhone(typed)
  return phone === null ? wrong('people:error.phone') : { value: phone }
}

function idNumberIn(typed: string, today: Day): Read<string | null> {
  if (typed === '' || maskedNumber.test(typed)) return { value: null }
  if (/\de\+?\d/i.test(typed)) return wrong('imports:fault.idNumberLost')
  const number = readIdNumber(typed, today)
  return number === null ? wrong('people:error.idNumber') : { value: number }
}

function positionIn(typed: string, positionOf: PersonReading['positionOf']): Read<string | null> {
  if (typed === '') return { value: null }
  const position = positionOf(typed)
  return position === null ? wrong('imports:fault.positionUnknown', { typed }) : { value: position }
}

function startIn(typed: string, today: Day): Read<Day | null> {
  if (typed === '') return { value: null }
  const text = readDayText(typed)
  if (text === null) return wrong('imports:fault.notADay', { typed })
  const day = readStartDay(text, today)
  return typeof day === 'string' ? wrong(`people:error.start.${day}`) : { value: day }
}

function unitIn(typed: string, unitOf: PersonReading['unitOf']): Read<ImportUnit> {
  const unit = unitOf(typed)
  return typeof unit === 'string' ? wrong(`imports:fault.${unit}`, { typed }) : { value: unit }
}

/** Reads a row of people, each cell by the rules of the form where somebody is added by hand; or what is wrong with its cells. */
export function readPerson(cells: Cells, reading: PersonReading): { wish: PersonWish } | { faults: CellFault[] } {
  const typed = (column: string): string => cells[column] ?? ''
  const faults: CellFault[] = []
  const take = <T>(field: string, read: Read<T>): T | undefined => {
    if ('value' in read) return read.value
    faults.push({ field, reason: read.reason, ...(read.values ? { values: read.values } : {}) })
    return undefined
  }
  const name = take('name', nameIn(typed('name')))
  const phone = take('phone', phoneIn(typed('phone')))
  const idNumber = take('idNumber', idNumberIn(typed('idNumber'), reading.today))
  const position = take('position', positionIn(typed('position'), reading.positionOf))
  const from = take('from', startIn(typed('from'), reading.today))
  const unit = take('unit', unitIn(typed('unit'), reading.unitOf))
  if (faults.length > 0 || name === undefined || unit === undefined) return { faults }
  return {
    wish: {
      ...{ unit, name, phone: phone ?? null, idNumber: idNumber ?? null, position: position ?? null, from: from ?? null },
      isIdMasked: maskedNumber.test(typed('idNumber')),
      masked: maskedPhone.test(typed('phone')) ? typed('phone') : null,
      staffNumber: typed('staffNumber') === '' ? null : typed('staffNumber').replace(/\s/g, '').toUpperCase(),
    },
  }
}

/** Which of some units a cell means, by its name. `only`: the one unit that a sheet is for; an empty cell means it. */
export function unitFinder(units: readonly ImportUnit[], only: ImportUnit | null): PersonReading['unitOf'] {
  const byName = new Map<string, ImportUnit[]>()
  for (const unit of units) byName.set(bareWord(unit.name), [...(byName.get(bareWord(unit.name)) ?? []), unit])
  return (typed) => {
    if (only !== null) return typed === '' || bareWord(typed) === bareWord(only.name) ? only : 'otherUnit'
    if (typed === '') return 'unitMissing'
    const [unit, second] = byName.get(bareWord(typed)) ?? []
    if (unit === undefined) return 'unitUnknown'
    return second === undefined ? unit : 'unitSeveral'
  }
}
