import type { Cells } from './headings'

/** What is wrong with one cell: a sentence of the locales. */
export type CellFault = { field: string; reason: string; values?: Record<string, string | number> }
/** What a row would change of what is known. before: null where nothing was known. */
export type CellChange = { field: string; before: string | null; after: string }
/** Somebody, or a unit, that a row may mean. about: his positions in the unit, or where the unit lies. */
export type Candidate = { id: string; name: string; phone: string | null; about: readonly string[] }

/**
 * What a row would do. new: something is added (known: a person of another unit comes here, too). asks: it may mean somebody known, and the
 * sheet does not tell. refused: a cell is wrong, and the row is left out.
 */
export type LineResult =
  | { kind: 'new'; known: boolean }
  | { kind: 'changed'; changes: readonly CellChange[] }
  | { kind: 'same' }
  | { kind: 'asks'; candidates: readonly Candidate[] }
  | { kind: 'refused'; faults: readonly CellFault[] }

export const resultKinds = ['new', 'changed', 'same', 'asks', 'refused'] as const
export type ResultKind = (typeof resultKinds)[number]
export type ResultCounts = Record<ResultKind, number>

/** One row of a sheet. answer: to "is it the same person?", `other` or `is:` and a person. */
export type DraftLine = { readonly line: number; readonly cells: Cells; readonly answer: string | null; readonly result: LineResult }

/** Does the row write anything? */
export const writes = ({ kind }: Pick<LineResult, 'kind'>): boolean => kind === 'new' || kind === 'changed'

/** Do two judgements of a row say the same? What is not to be written need not agree in its reasons. */
export function agree(one: LineResult, other: LineResult): boolean {
  if (!writes(one) && !writes(other)) return true
  return JSON.stringify(one) === JSON.stringify(other)
}

export function countResults(lines: Iterable<{ result: Pick<LineResult, 'kind'> }>): ResultCounts {
  const counts: ResultCounts = { new: 0, changed: 0, same: 0, asks: 0, refused: 0 }
  for (const { result } of lines) counts[result.kind] += 1
  return counts
}
