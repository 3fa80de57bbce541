import { catalogue } from '~/content/catalogue.server'
import { findRegister } from '~/data/imports/people-register.server'
import type { RosterImport } from '~/data/imports/roster-imports.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { judgePeople } from '~/domain/imports/judge-people'
import type { CellFault, DraftLine, LineResult } from '~/domain/imports/line-result'
import { readPerson, unitFinder } from '~/domain/imports/read-person'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import { type PersonRow, registerOf } from '~/domain/imports/who-is-meant'
import { positionSpellings, wordFinder } from '~/domain/imports/word-finder'
import { matchHash, seal } from '~/gateways/secrets.server'
import type { Judging } from './judging.server'
import { freshIds, type SealedNumbers, writePeople } from './people-written.server'
import { getImportableUnit, importableUnits } from './reached-import.server'

type Read = { raw: RawLine; row: PersonRow } | { raw: RawLine; faults: readonly CellFault[] }

function readRows({ today, ...acting }: Acting, sheet: RosterImport, rows: readonly RawLine[]): Read[] {
  const all = { today, ...acting }
  const only = sheet.unitId === null ? null : getImportableUnit(all, sheet.unitId, 'people')
  const reading = {
    today,
    positionOf: wordFinder(catalogue().vocabulary.positions.values(), positionSpellings),
    unitOf: unitFinder(only === null ? importableUnits(all, 'people') : [only], only),
  }
  return rows.map((raw): Read => {
    const read = readPerson(raw.cells, reading)
    if ('faults' in read) return { raw, faults: read.faults }
    const idHash = read.wish.idNumber === null ? null : matchHash(read.wish.idNumber)
    return { raw, row: { ...read.wish, line: raw.line, answer: raw.answer, idHash } }
  })
}

const present = (texts: readonly (string | null)[]): string[] => [...new Set(texts.flatMap((text) => (text === null ? [] : [text])))]

/** Judges the rows of a sheet of people, each against the others and the register. */
export function peopleJudging(acting: Acting, sheet: RosterImport, rows: readonly RawLine[], toWrite: boolean): Judging {
  const { actor, today, now } = acting
  const read = readRows(acting, sheet, rows)
  const readable = read.flatMap((one) => ('row' in one ? [one.row] : []))
  const numbers: SealedNumbers = new Map(
    toWrite
      ? readable.flatMap(({ line, idNumber, idHash }) =>
          idNumber === null || idHash === null ? [] : [[line, { idCipher: seal(idNumber), idHash }] as const],
        )
      : [],
  )
  const fresh = toWrite ? freshIds(readable, now) : new Map()
  const question = {
    unitIds: present(readable.map(({ unit }) => unit.id)),
    phones: present(readable.map(({ phone }) => phone)),
    idHashes: present(readable.map(({ idHash }) => idHash)),
    scope: scopeFor(actor.grants, 'manage', today),
    isAdministrator: can(actor.grants, 'administer', { kind: 'installation' }, today),
    today,
  }
  return async (client) => {
    const judged = judgePeople(readable, registerOf(await findRegister(client, question)), today)
    const resultOf = new Map<number, LineResult>(readable.map(({ line }, nth) => [line, judged[nth]?.result ?? { kind: 'same' }]))
    const lines = read.map((one): DraftLine => {
      const result: LineResult = 'row' in one ? (resultOf.get(one.raw.line) ?? { kind: 'same' }) : { kind: 'refused', faults: one.faults }
      return { ...one.raw, result }
    })
    const effects = judged.flatMap(({ effect }) => (effect === null ? [] : [effect]))
    return { lines, write: (tx) => writePeople(tx, effects, { numbers, fresh, now }) }
  }
}
