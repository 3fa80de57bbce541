import { findRegister } from '~/data/imports/people-register.server'
import type { RosterImport } from '~/data/imports/roster-imports.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import type { CellFault, DraftLine, LineResult } from '~/domain/imports/line-result'
import { type ImportUnit, type PersonReading, readPerson, unitFinder } from '~/domain/imports/read-person'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import { type PersonRow, type Register, registerOf } from '~/domain/imports/who-is-meant'
import { matchHash } from '~/gateways/secrets.server'
import { getImportableUnit, importableUnits } from './reached-import.server'

/** Which unit a cell of this sheet means, among those of which whoever imports may bring such rows. */
export function unitsMeant(acting: Acting, sheet: RosterImport): PersonReading['unitOf'] {
  const only: ImportUnit | null = sheet.unitId === null ? null : getImportableUnit(acting, sheet.unitId, sheet.kind)
  return unitFinder(only === null ? importableUnits(acting, sheet.kind) : [only], only)
}

/** Reads the cells that say who a row is about, by the rules of a roster; positions are none of such a row's business. */
export function readWho(
  { line, cells, answer }: RawLine,
  unitOf: PersonReading['unitOf'],
  { today }: Acting,
): { row: PersonRow } | { faults: CellFault[] } {
  const { name = '', phone = '', idNumber = '', unit = '' } = cells
  const read = readPerson({ name, phone, idNumber, unit }, { today, positionOf: () => null, unitOf })
  if ('faults' in read) return read
  const { wish } = read
  return { row: { ...wish, line, answer, idHash: wish.idNumber === null ? null : matchHash(wish.idNumber) } }
}

const present = (texts: readonly (string | null)[]): string[] => [...new Set(texts.flatMap((text) => (text === null ? [] : [text])))]

/** The people whom these rows may mean. */
export async function registerFor(client: Tx, { actor, today }: Acting, rows: readonly PersonRow[]): Promise<Register> {
  const known = await findRegister(client, {
    unitIds: present(rows.map(({ unit }) => unit.id)),
    phones: present(rows.map(({ phone }) => phone)),
    idHashes: present(rows.map(({ idHash }) => idHash)),
    scope: scopeFor(actor.grants, 'manage', today),
    isAdministrator: can(actor.grants, 'administer', { kind: 'installation' }, today),
    today,
  })
  return registerOf(known)
}

/** Rows with their results, as they are kept. */
export const judgedLines = (rows: readonly RawLine[], results: ReadonlyMap<number, LineResult>): DraftLine[] =>
  rows.map((raw) => ({ ...raw, result: results.get(raw.line) ?? { kind: 'same' } }))
