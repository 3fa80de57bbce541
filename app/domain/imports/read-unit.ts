import { readName } from '../org/joining'
import { readPhone } from '../org/phone'
import { isDay, readOfficeDay } from '../org/unit-life'
import type { Day } from '../shared/day'
import { readDayText } from './day-text'
import type { Cells } from './headings'
import type { CellFault } from './line-result'
import { bareWord } from './plain-cell'
import { listedWords } from './word-finder'

export type ImportPlace = { readonly id: string; readonly name: string; readonly fullName: string; readonly path: string }
export type UnitRow = {
  readonly line: number
  readonly answer: string | null
  readonly name: string
  readonly place: ImportPlace
  readonly sector: string
  readonly traits: readonly string[]
  readonly from: Day | null
  readonly responsible: { readonly name: string; readonly phone: string | null } | null
}
export type UnitReading = {
  readonly today: Day
  readonly placesNamed: (typed: string) => readonly ImportPlace[]
  readonly sectorOf: (typed: string) => string | null
  readonly traitOf: (typed: string) => string | null
  /** May whoever imports add a unit of this sector at this place? */
  readonly isInReach: (place: ImportPlace, sector: string) => boolean
}

const fault = (field: string, reason: string, values?: Record<string, string | number>): CellFault => ({
  field,
  reason: reason.includes(':') ? reason : `imports:fault.${reason}`,
  ...(values ? { values } : {}),
})

/** Which places a cell may mean, by their names or their whole way from the county down. */
export function placeFinder(places: readonly ImportPlace[]): UnitReading['placesNamed'] {
  const byName = new Map<string, ImportPlace[]>()
  for (const place of places)
    for (const key of new Set([bareWord(place.name), bareWord(place.fullName)])) byName.set(key, [...(byName.get(key) ?? []), place])
  return (typed) => byName.get(bareWord(typed)) ?? []
}

function readFrom(typed: string, today: Day, faults: CellFault[]): Day | null {
  if (typed === '') return null
  const text = readDayText(typed)
  const day = text === null ? null : readOfficeDay(text, today)
  if (day === null) faults.push(fault('from', 'notADay', { typed }))
  else if (isDay(day)) return day
  else faults.push(fault('from', `org:error.day.${day}`))
  return null
}

function readResponsible(cells: Cells, faults: CellFault[]): UnitRow['responsible'] {
  const [name, typed] = [readName(cells.responsible ?? ''), cells.phone ?? '']
  const phone = typed === '' ? null : readPhone(typed)
  if (name.length > 60) faults.push(fault('responsible', 'people:error.nameLong'))
  if (typed !== '' && phone === null) faults.push(fault('phone', 'people:error.phone'))
  if (typed !== '' && name === '') faults.push(fault('responsible', 'phoneOfNobody'))
  return name === '' ? null : { name, phone }
}

/** Reads a row of units, each cell by the rules of the form where a unit is added by hand; or what is wrong with its cells. */
export function readUnit(
  cells: Cells,
  line: number,
  answer: string | null,
  reading: UnitReading,
): { row: UnitRow } | { faults: CellFault[] } {
  const faults: CellFault[] = []
  const typed = (column: string): string => cells[column] ?? ''
  const name = readName(typed('name'))
  if (name === '') faults.push(fault('name', 'org:error.nameMissing'))
  if (name.length > 100) faults.push(fault('name', 'org:error.nameLong'))
  const named = reading.placesNamed(typed('place'))
  const sector = reading.sectorOf(typed('sector'))
  const within = sector === null ? [] : named.filter((one) => reading.isInReach(one, sector))
  const [place, second] = within.length > 0 ? within : named
  if (typed('place') === '') faults.push(fault('place', 'placeMissing'))
  else if (place === undefined) faults.push(fault('place', 'placeUnknown', { typed: typed('place') }))
  else if (second !== undefined) faults.push(fault('place', 'placeSeveral', { typed: typed('place') }))
  if (typed('sector') === '') faults.push(fault('sector', 'sectorMissing'))
  else if (sector === null) faults.push(fault('sector', 'sectorUnknown', { typed: typed('sector') }))
  const traits = listedWords(typed('traits')).flatMap((word) => {
    const trait = reading.traitOf(word)
    if (trait === null) faults.push(fault('traits', 'traitUnknown', { typed: word }))
    return trait === null ? [] : [trait]
  })
  const from = readFrom(typed('from'), reading.today, faults)
  const responsible = readResponsible(cells, faults)
  if (place !== undefined && sector !== null && !reading.isInReach(place, sector)) faults.push(fault('place', 'placeOutOfReach'))
  if (faults.length > 0 || place === undefined || sector === null) return { faults }
  return { row: { line, answer, name, place, sector, traits: [...new Set(traits)], from, responsible } }
}
