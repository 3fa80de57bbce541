import { type Card, type CardShape, printedFields, readCard, type TypedCard } from '../credentials/licence-entry'
import { readDirectionWord, readLevelWord } from '../credentials/licence-rows'
import type { Day } from '../shared/day'
import { readDayText } from './day-text'
import type { Cells } from './headings'
import type { CellFault } from './line-result'

/** A kind of licence; one that authorises nothing says why. */
export type ImportShape = CardShape & { readonly authorisesNothing?: unknown }

const dayFields: ReadonlySet<string> = new Set(['firstIssuedOn', 'validFrom', 'validTo', 'reviewDue'])

/** What is printed, as the form where one licence is entered takes it: days also as spreadsheets keep them, levels by their words. */
function typedCard(cells: Cells, holder: string): TypedCard {
  const printed = printedFields.map((field): [string, string] => {
    const typed = cells[field] ?? ''
    if (field === 'level') return [field, readLevelWord(typed)]
    if (field === 'direction') return [field, readDirectionWord(typed)]
    return [field, dayFields.has(field) ? (readDayText(typed) ?? typed) : typed]
  })
  return { ...Object.fromEntries(printed), number: cells.number ?? '', printedName: holder }
}

/** Reads the card of a row by the rule of the form; or what is wrong with its cells. shape: of the kind that the row names. */
export function readLicence(
  cells: Cells,
  holder: string,
  shape: ImportShape | undefined,
  today: Day,
): { card: Card } | { faults: CellFault[] } {
  if (shape === undefined) return { faults: [{ field: 'kind', reason: 'licences:bulk.noKind' }] }
  if (shape.authorisesNothing !== undefined) return { faults: [{ field: 'kind', reason: 'licences:refusal.authorisesNothing' }] }
  const read = readCard(shape, typedCard(cells, holder), holder, today)
  if ('card' in read) return read
  return {
    faults: read.faults.map(({ field, why }) => ({ field: field === 'printedName' ? 'name' : field, reason: `licences:fault.${why}` })),
  }
}
