import { licenceKindNamed } from '~/content/licences.server'
import { cardsAlike, cardTaken } from '~/data/credentials/licence-acts.server'
import type { NewLicence } from '~/data/credentials/licences.server'
import type { RosterImport, WrittenCounts } from '~/data/imports/roster-imports.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { Card } from '~/domain/credentials/licence-entry'
import { plainName } from '~/domain/credentials/licence-number'
import { clashInSheet, isSameCard, type SheetCard } from '~/domain/imports/cards-in-sheet'
import type { CellFault, LineResult } from '~/domain/imports/line-result'
import { presentPerson } from '~/domain/imports/present-person'
import { readLicence } from '~/domain/imports/read-licence'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import type { PersonRow, Register } from '~/domain/imports/who-is-meant'
import { newId } from '~/gateways/secrets.server'
import { keptCard, writeLicence } from '../credentials/licence-record.server'
import type { Judging } from './judging.server'
import { judgedLines, readWho, registerFor, unitsMeant } from './rows-of-people.server'

type Kept = ReturnType<typeof keptCard>
type Read = { raw: RawLine; row: PersonRow; card: Card; id: string; kept: Kept }
type Judged = { result: LineResult; licence: NewLicence | null }

const refused = (...faults: CellFault[]): Judged => ({ result: { kind: 'refused', faults }, licence: null })

function readRow(raw: RawLine, unitOf: ReturnType<typeof unitsMeant>, acting: Acting): Read | { faults: CellFault[] } {
  const who = readWho(raw, unitOf, acting)
  const holder = 'row' in who ? who.row.name : (raw.cells.name ?? '')
  const read = readLicence(raw.cells, holder, licenceKindNamed(raw.cells.kind ?? ''), acting.today)
  const faults = [...('faults' in who ? who.faults : []), ...('faults' in read ? read.faults : [])]
  if ('faults' in who || 'faults' in read)
    return { faults: faults.filter(({ field }, nth) => faults.findIndex((one) => one.field === field) === nth) }
  return { raw, row: who.row, card: read.card, id: newId(acting.now), kept: keptCard(read.card) }
}

/** Judges one card against the register and the lines before it, by the rule of the form where one licence is entered. */
async function judged(client: Tx, read: Read, register: Register, acting: Acting, before: SheetCard[]): Promise<Judged> {
  const { row, card, id, kept } = read
  const meant = presentPerson(row, register, acting.today)
  if ('fault' in meant) return refused(meant.fault)
  if ('asks' in meant) return { result: { kind: 'asks', candidates: meant.asks }, licence: null }
  const { person } = meant
  if (plainName(card.printedName) !== plainName(person.name)) return refused({ field: 'name', reason: 'licences:fault.otherName' })
  const wish = { ...kept, personId: person.id, kind: card.kind, apart: null }
  const alike = (await cardsAlike(client, wish)).filter((one) => isSameCard(one, card))
  if (alike.some(({ end }) => end === null)) return { result: { kind: 'same' }, licence: null }
  if (alike.length > 0) return refused({ field: 'number', reason: 'imports:fault.licenceEnded' })
  const taken = await cardTaken(client, wish)
  if (taken === 'same') return refused({ field: 'number', reason: 'imports:fault.licenceDiffers' })
  if (taken !== null) return refused({ field: 'number', reason: `licences:refusal.${taken}` })
  const mine = { line: read.raw.line, personId: person.id, card }
  const clash = clashInSheet(before, mine)
  if (clash !== null) return refused(clash)
  before.push(mine)
  const by = { photo: null, unitId: row.unit.id, recordedAt: acting.now, recordedBy: acting.actor.accountId }
  return { result: { kind: 'new', known: false }, licence: { ...kept, ...by, id, personId: person.id, kind: card.kind } }
}

async function writeLicences(tx: Tx, licences: readonly NewLicence[]): Promise<WrittenCounts> {
  for (const licence of licences) {
    const refusal = await writeLicence(tx, licence, null)
    if (refusal !== null) throw new Error(`a licence that was judged to fit: ${refusal.reason}`)
  }
  return { people: 0, posts: 0, changed: 0, units: 0, licences: licences.length }
}

/**
 * Judges the rows of a sheet of licences. What it brings is held as printed and counts for nothing: somebody must find each on its official
 * page, as with a licence that is entered by hand.
 */
export function licencesJudging(acting: Acting, sheet: RosterImport, rows: readonly RawLine[]): Judging {
  const unitOf = unitsMeant(acting, sheet)
  const read = rows.map((raw) => ({ raw, read: readRow(raw, unitOf, acting) }))
  const readable = read.flatMap((one) => ('row' in one.read ? [one.read] : []))
  return async (client) => {
    const register = await registerFor(
      client,
      acting,
      readable.map(({ row }) => row),
    )
    const results = new Map<number, LineResult>(
      read.flatMap((one) => ('faults' in one.read ? [[one.raw.line, { kind: 'refused', faults: one.read.faults }] as const] : [])),
    )
    const licences: NewLicence[] = []
    const before: SheetCard[] = []
    for (const one of readable) {
      const { result, licence } = await judged(client, one, register, acting, before)
      results.set(one.raw.line, result)
      if (licence !== null) licences.push(licence)
    }
    return { lines: judgedLines(rows, results), write: (tx) => writeLicences(tx, licences) }
  }
}
