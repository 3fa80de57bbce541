import { type HeldForm, heldForm } from '../drills/logged'
import { readDayText } from './day-text'
import type { Cells } from './headings'
import type { CellFault } from './line-result'
import type { ImportUnit, PersonReading } from './read-person'
import { readTimeText, timeAfterDay } from './time-text'

/** id: of the drill to be. source: what is said of where it comes from, for the record. */
export type DrillReading = {
  readonly id: string
  readonly source: string
  readonly kindOf: (typed: string) => string | null
  readonly unitOf: PersonReading['unitOf']
}
export type DrillRow = { readonly unit: ImportUnit; readonly form: HeldForm }

/** What spreadsheets call the kinds beside their full names. */
export const drillSpellings: Readonly<Record<string, string>> = {
  疏散: 'evacuation',
  应急疏散: 'evacuation',
  应急疏散演练: 'evacuation',
  消防疏散演练: 'evacuation',
  疏散逃生演练: 'evacuation',
  逃生演练: 'evacuation',
  灭火: 'fire',
  初起火灾扑救演练: 'fire',
  桌面演练: 'tabletop',
  全要素: 'full',
  全要素演练: 'full',
}

/** Reads a row of drills into the form in which one drill of before is entered by hand; or what is wrong with its cells. */
export function readDrill(cells: Cells, { id, source, kindOf, unitOf }: DrillReading): { row: DrillRow } | { faults: CellFault[] } {
  const typed = (column: string): string => cells[column] ?? ''
  const faults: CellFault[] = []
  const unit = unitOf(typed('unit'))
  if (typeof unit === 'string') faults.push({ field: 'unit', reason: `imports:fault.${unit}`, values: { typed: typed('unit') } })
  const kind = kindOf(typed('kind'))
  if (kind === null && typed('kind') !== '')
    faults.push({ field: 'kind', reason: 'imports:fault.drillUnknown', values: { typed: typed('kind') } })
  const on = readDayText(typed('on')) ?? readDayText(typed('on').replace(timeAfterDay(typed('on')), ''))
  if (on === null && typed('on') !== '') faults.push({ field: 'on', reason: 'imports:fault.notADay', values: { typed: typed('on') } })
  const read = heldForm.safeParse({
    ...{ id, kind: kind ?? '', on: on ?? '', startsAt: readTimeText(typed('startsAt') || timeAfterDay(typed('on'))) ?? '' },
    ...{ place: typed('place'), target: typed('target'), commander: typed('commander') },
    ...{ names: typed('names'), guests: typed('guests'), story: `${typed('story')}${source}`.slice(0, 1000) },
  })
  for (const { path, message } of read.error?.issues ?? []) {
    const field = String(path[0] ?? 'kind')
    if (!faults.some((fault) => fault.field === field)) faults.push({ field, reason: message })
  }
  if (faults.length > 0 || typeof unit === 'string' || !read.success) return { faults }
  return { row: { unit, form: read.data } }
}
