import { type ImportedPerson, type ImportedPost, recordPeopleImported, recordPostsImported } from '~/data/imports/people-writers.server'
import type { WrittenCounts } from '~/data/imports/roster-imports.server'
import { takenShortCodes } from '~/data/imports/units-register.server'
import { recordTraitAdded } from '~/data/org/trait-writers.server'
import { recordUnitAdded } from '~/data/org/unit-writers.server'
import type { Tx } from '~/data/transact.server'
import type { UnitEffect } from '~/domain/imports/judge-units'
import type { UnitRow } from '~/domain/imports/read-unit'
import { joinCodeLength } from '~/domain/org/joining'
import type { Day } from '~/domain/shared/day'
import { newCode, newId, newToken } from '~/gateways/secrets.server'

type Fresh = {
  unitId: string
  shortCodes: string[]
  joinCode: { id: string; code: string }
  traitIds: string[]
  person: { personId: string; accountId: string }
  post: { id: string; cardToken: string }
}
/** New ids and codes by line, made before a transaction begins. */
type FreshUnits = ReadonlyMap<number, Fresh>

export const freshUnits = (rows: readonly UnitRow[], now: Date): FreshUnits =>
  new Map(
    rows.map(({ line, traits }) => [
      line,
      {
        unitId: newId(now),
        shortCodes: Array.from({ length: 10 }, () => newCode(4)),
        joinCode: { id: newId(now), code: newCode(joinCodeLength) },
        traitIds: traits.map(() => newId(now)),
        person: { personId: newId(now), accountId: newId(now) },
        post: { id: newId(now), cardToken: newToken() },
      },
    ]),
  )

type Given = { fresh: FreshUnits; today: Day; now: Date }

function getFresh({ fresh }: Given, line: number): Fresh {
  const ids = fresh.get(line)
  if (ids === undefined) throw new Error(`no ids for line ${line}`)
  return ids
}

async function writeUnit(tx: Tx, { row, unitId, traits }: UnitEffect, given: Given, taken: Set<string>): Promise<string> {
  const { traitIds, shortCodes, joinCode, ...ids } = getFresh(given, row.line)
  const rows = traits.map((trait, nth) => ({ id: traitIds[nth] ?? '', trait }))
  if (unitId !== null) {
    for (const trait of rows) await recordTraitAdded(tx, { ...trait, unitId, from: given.today, to: null })
    return unitId
  }
  const shortCode = shortCodes.find((code) => !taken.has(code))
  if (shortCode === undefined) throw new Error('no short code is free')
  taken.add(shortCode)
  const unit = { id: ids.unitId, placeId: row.place.id, name: row.name, sector: row.sector, shortCode, from: row.from ?? given.today }
  await recordUnitAdded(tx, unit, joinCode, rows, given.now)
  return unit.id
}

/** Writes what rows of units bring: new units with their traits and codes, traits of known ones, and responsible persons from today. */
export async function writeUnits(tx: Tx, effects: readonly UnitEffect[], given: Given): Promise<WrittenCounts> {
  const taken = await takenShortCodes(tx)
  const people = new Map<number, ImportedPerson>()
  const posts: ImportedPost[] = []
  for (const effect of effects) {
    const unitId = await writeUnit(tx, effect, given, taken)
    if (effect.responsible === null) continue
    const { name, phone, is } = effect.responsible
    if ('ofLine' in is && !people.has(is.ofLine))
      people.set(is.ofLine, { ...getFresh(given, is.ofLine).person, unitId, name, phone, idNumber: null })
    const personId = 'known' in is ? is.known : getFresh(given, is.ofLine).person.personId
    const from = effect.row.from !== null && effect.row.from > given.today ? effect.row.from : given.today
    posts.push({ ...getFresh(given, effect.row.line).post, personId, unitId, position: 'responsible-person', from })
  }
  await recordPeopleImported(tx, [...people.values()], given.now)
  await recordPostsImported(tx, posts, given.now)
  const added = effects.filter(({ unitId }) => unitId === null).length
  return { people: people.size, posts: posts.length, changed: effects.length - added, units: added }
}
