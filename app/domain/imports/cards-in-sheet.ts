import type { Card } from '../credentials/licence-entry'
import { plainName } from '../credentials/licence-number'
import { isSameWork, standsBeside } from '../credentials/licence-overlap'
import { formatDay } from '../shared/day'
import type { CellFault } from './line-result'

/** A card of one line, and whose it is. */
export type SheetCard = { readonly line: number; readonly personId: string; readonly card: Card }

/** What keeps a card from standing beside those of the lines before it; null where nothing does. */
export function clashInSheet(before: readonly SheetCard[], { personId, card }: SheetCard): CellFault | null {
  for (const { line, personId: holder, card: other } of before) {
    const isSameNumber = other.number === card.number
    if (isSameNumber && holder !== personId) return { field: 'number', reason: 'imports:fault.numberTwice', values: { line } }
    if (holder !== personId || !isSameWork(other, card)) continue
    if (isSameNumber) return { field: 'number', reason: 'imports:fault.licenceTwice', values: { line } }
    if (standsBeside(other, card)) return { field: 'number', reason: 'imports:fault.licenceBeside', values: { line } }
  }
  return null
}

/** A card as the register has it, days as YYYY-MM-DD. */
export type KeptCard = { item: string | null; level: number | null; direction: string | null } & {
  [Day in 'firstIssuedOn' | 'validFrom' | 'validTo' | 'reviewDue']: string | null
}

/** Is what is printed on two cards of one number the same? The issuer is not compared: it is spelled in many ways. */
export function isSameCard(kept: KeptCard, card: Card): boolean {
  const days = (['firstIssuedOn', 'validFrom', 'validTo', 'reviewDue'] as const).every((field) => {
    const day = card[field]
    return kept[field] === (day === null ? null : formatDay(day))
  })
  return days && kept.level === card.level && kept.direction === card.direction && plainName(kept.item ?? '') === plainName(card.item ?? '')
}
