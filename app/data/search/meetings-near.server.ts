import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import type { Near } from '~/domain/search/name-search'
import { programmesIn } from '../classes/programmes.server'
import { statement } from '../db.server'
import { unitDirectory } from '../org/unit-directory.server'
import { unitIdsIn } from './units-near.server'

/** `on`: a civil day. `where`: the unit or the programme that it belongs to. */
export type Meeting = { id: string; title: string; on: string; where: string }

const drillRow = z.object({ id: z.string(), unitId: z.string(), title: z.string(), on: z.string(), isSecret: z.number() })
const drills = `SELECT d."id", d."unitId", r."body" ->> '$.title' AS "title", r."body" ->> '$.on' AS "on",
    (r."body" ->> '$.unannounced') AND NOT EXISTS (SELECT 1 FROM "DrillStep" s WHERE s."drillId" = d."id" AND s."kind" = 'signed') AS "isSecret"
  FROM "Drill" d JOIN "DrillRevision" r ON r."drillId" = d."id"
    AND r."nth" = (SELECT MAX(n."nth") FROM "DrillRevision" n WHERE n."drillId" = d."id")
  WHERE d."unitId" IN (SELECT "value" FROM json_each(?))`
const classRow = z.object({ id: z.string(), programmeId: z.string(), title: z.string(), on: z.string() })
const classes = `SELECT c."id", c."programmeId", r."body" ->> '$.title' AS "title", r."body" ->> '$.parts[0].on' AS "on"
  FROM "TrainingClass" c JOIN "ClassRevision" r ON r."classId" = c."id"
    AND r."nth" = (SELECT MAX(n."nth") FROM "ClassRevision" n WHERE n."classId" = c."id")
  WHERE c."programmeId" IN (SELECT "value" FROM json_each(?))`

/** By its own title before the name of where it is; among equals the newest first. */
function meant(all: readonly Meeting[], near: Near): Meeting[] {
  return all
    .flatMap((one) => {
      const rank = near(one.title) ?? near(`${one.where}${one.title}`)
      return rank === null ? [] : [{ one, rank }]
    })
    .sort((one, other) => one.rank - other.rank || other.one.on.localeCompare(one.one.on) || (one.one.id < other.one.id ? -1 : 1))
    .map(({ one }) => one)
}

/** Drills of the units that one sees, by their title or the unit's name. An unannounced one is found by who manages the unit until it is signed. */
export function drillsNear(scopes: { see: Scope; manage: Scope }, near: Near): Meeting[] {
  const managed = new Set(unitIdsIn(scopes.manage))
  const { byId } = unitDirectory()
  const found = statement(drills)
    .all(JSON.stringify([...new Set([...unitIdsIn(scopes.see), ...managed])]))
    .map((row) => drillRow.parse(row))
    .filter(({ isSecret, unitId }) => isSecret === 0 || managed.has(unitId))
  return meant(
    found.map(({ id, unitId, title, on }) => ({ id, title, on, where: byId.get(unitId)?.name ?? '' })),
    near,
  )
}

/** Classes of the programmes that one supervises, by their title or the programme's. */
export async function classesNear(scope: Scope, near: Near): Promise<Meeting[]> {
  const programmes = new Map((await programmesIn(scope)).map(({ id, body }) => [id, body.title]))
  const found = statement(classes)
    .all(JSON.stringify([...programmes.keys()]))
    .map((row) => classRow.parse(row))
  return meant(
    found.map(({ id, programmeId, title, on }) => ({ id, title, on, where: programmes.get(programmeId) ?? '' })),
    near,
  )
}
