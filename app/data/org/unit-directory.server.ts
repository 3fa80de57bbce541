import { z } from 'zod'
import { placeTree } from '~/domain/org/place-tree'
import type { Day } from '~/domain/shared/day'
import { perDatabase, statement } from '../db.server'
import { lastChange, unitsChangedSince } from '../duties/standing-changes.server'
import { storedDay } from '../stored-day.server'
import { findPlaces } from './places.server'

export type DirectoryPlace = { id: string; name: string; path: string }
export type DirectoryUnit = {
  id: string
  name: string
  sector: string
  place: DirectoryPlace
  from: Day
  to: Day | null
  /** By name of the trait. */
  traits: readonly { trait: string; from: Day; to: Day | null }[]
}

/** Every unit there ever was and every place, in the order in which readers know them: parents before children, siblings by name. */
export type UnitDirectory = {
  units: readonly DirectoryUnit[]
  byId: ReadonlyMap<string, DirectoryUnit>
  places: readonly DirectoryPlace[]
}

const day = z.string().transform(storedDay)
const unitRow = z.object({
  id: z.string(),
  name: z.string(),
  sector: z.string(),
  placeId: z.string(),
  from: day,
  to: day.nullable(),
})
const traitRow = z.object({ unitId: z.string(), trait: z.string(), from: day, to: day.nullable() })
const everyUnit = 'SELECT "id", "name", "sector", "placeId", "from", "to" FROM "Unit"'
const everyTrait = 'SELECT "unitId", "trait", "from", "to" FROM "UnitTrait" ORDER BY "trait"'

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

const kept = perDatabase((): { directory: UnitDirectory | null; seq: number } => ({ directory: null, seq: 0 }))

/** The directory as of now. It is kept, and read anew when a unit, a trait, a place or a name changed. It knows no scope: callers apply one. */
export function unitDirectory(): UnitDirectory {
  const shelf = kept()
  const upTo = lastChange()
  if (shelf.directory === null || unitsChangedSince(shelf.seq)) shelf.directory = readDirectory()
  shelf.seq = upTo
  return shelf.directory
}

function readDirectory(): UnitDirectory {
  const places = placeTree(findPlaces()).map(({ id, name, path }) => ({ id, name, path }))
  const rank = new Map(places.map((place, nth) => [place.id, { place, nth }]))
  const traits = new Map<string, z.output<typeof traitRow>[]>()
  for (const row of statement(everyTrait).iterate()) {
    const held = traitRow.parse(row)
    const known = traits.get(held.unitId)
    if (known === undefined) traits.set(held.unitId, [held])
    else known.push(held)
  }
  const found = statement(everyUnit)
    .all()
    .map((row) => unitRow.parse(row))
    .flatMap(({ placeId, ...unit }) => {
      const at = rank.get(placeId)
      return at === undefined ? [] : [{ nth: at.nth, unit: { ...unit, place: at.place, traits: traits.get(unit.id) ?? [] } }]
    })
    .sort((one, other) => one.nth - other.nth || byName(one.unit.name, other.unit.name))
  const units = found.map(({ unit }) => unit)
  return { units, byId: new Map(units.map((unit) => [unit.id, unit])), places }
}
