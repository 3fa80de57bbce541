import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import type { DrillBody } from '~/domain/drills/drill-body'
import { statement } from '../db.server'
import { drillBodyNow } from '../rollcall/arrivals-drill.server'
import { type Sight, sightOf } from './drills.server'

const row = z.object({ unitId: z.string() })

/** What somebody has to do with a drill, for requests that every phone at it makes all the time. Null where there is no such drill. */
export function sightNow(
  id: string,
  family: readonly string[],
  scopes: { see: Scope; manage: Scope },
): Sight<{ unitId: string; body: DrillBody }> | null {
  const found = statement('SELECT "unitId" FROM "Drill" WHERE "id" = ?').get(id)
  const body = found === undefined ? null : drillBodyNow(id)
  return body === null ? null : sightOf({ unitId: row.parse(found).unitId, body }, family, scopes)
}
