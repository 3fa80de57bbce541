import { catalogue } from '~/content/catalogue.server'
import { findPhoneHolders, findUnitRegister } from '~/data/imports/units-register.server'
import { findPlaces } from '~/data/org/places.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { judgeUnits } from '~/domain/imports/judge-units'
import type { CellFault, DraftLine, LineResult } from '~/domain/imports/line-result'
import { mayImportUnits } from '~/domain/imports/may-import'
import { placeFinder, readUnit, type UnitReading, type UnitRow } from '~/domain/imports/read-unit'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import { wordFinder } from '~/domain/imports/word-finder'
import { placeTree } from '~/domain/org/place-tree'
import type { Judging } from './judging.server'
import { freshUnits, writeUnits } from './units-written.server'

type Read = { raw: RawLine; row: UnitRow } | { raw: RawLine; faults: readonly CellFault[] }

function readingOf({ actor, today }: Acting): UnitReading {
  const { sectors, traits } = catalogue().vocabulary
  return {
    today,
    placesNamed: placeFinder(placeTree(findPlaces())),
    sectorOf: wordFinder(sectors.values()),
    traitOf: wordFinder(traits.values()),
    isInReach: ({ path }, sector) => mayImportUnits(actor.grants, { kind: 'unit', unitId: '', placePath: path, sector }, today),
  }
}

/** Judges the rows of a sheet of units, each against the others and the register. */
export function unitsJudging(acting: Acting, rows: readonly RawLine[], toWrite: boolean): Judging {
  const { actor, today, now } = acting
  const reading = readingOf(acting)
  const read = rows.map((raw): Read => {
    const one = readUnit(raw.cells, raw.line, raw.answer, reading)
    return 'row' in one ? { raw, row: one.row } : { raw, faults: one.faults }
  })
  const readable = read.flatMap((one) => ('row' in one ? [one.row] : []))
  const phones = [...new Set(readable.flatMap(({ responsible }) => (responsible?.phone ? [responsible.phone] : [])))]
  const fresh = toWrite ? freshUnits(readable, now) : new Map()
  const scope = scopeFor(actor.grants, 'supervise', today)
  return async (client) => {
    const judged = judgeUnits(readable, await findUnitRegister(client, scope, today), await findPhoneHolders(client, phones))
    const resultOf = new Map<number, LineResult>(readable.map(({ line }, nth) => [line, judged[nth]?.result ?? { kind: 'same' }]))
    const lines = read.map((one): DraftLine => {
      const result: LineResult = 'row' in one ? (resultOf.get(one.raw.line) ?? { kind: 'same' }) : { kind: 'refused', faults: one.faults }
      return { ...one.raw, result }
    })
    const effects = judged.flatMap(({ effect }) => (effect === null ? [] : [effect]))
    return { lines, write: (tx) => writeUnits(tx, effects, { fresh, today, now }) }
  }
}
