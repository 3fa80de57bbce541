import { z } from 'zod'
import { type DrillBody, drillBody } from '~/domain/drills/drill-body'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

const row = z.object({ id: z.string(), unitId: z.string(), body: z.string() })
const comingSql = `SELECT d."id", d."unitId", v."body" FROM "Drill" d JOIN "DrillRevision" v ON v."drillId" = d."id"
  WHERE d."unitId" IN (SELECT "value" FROM json_each(@units)) AND d."way" = 'planned'
  AND v."nth" = (SELECT MAX(w."nth") FROM "DrillRevision" w WHERE w."drillId" = d."id") AND v."body" ->> '$.on' >= @today
  AND NOT EXISTS (SELECT 1 FROM "DrillStep" s WHERE s."drillId" = d."id" AND s."kind" IN ('signed', 'called-off'))
  AND NOT EXISTS (SELECT 1 FROM "RollCall" c JOIN "RollEvent" e ON e."callId" = c."id"
    WHERE c."kind" = 'drill' AND c."subjectId" = d."id" AND e."said" ->> '$.kind' = 'mark')`

export type ComingDrill = { id: string; unitId: string; body: DrillBody }

/** Drills of these units that are planned for today or later and have not begun. The units must come from a scoped finder. */
export const comingAtUnits = (units: readonly { id: string }[], today: Day): ComingDrill[] =>
  statement(comingSql)
    .all({ units: JSON.stringify(units.map(({ id }) => id)), today: formatDay(today) })
    .map((found) => row.parse(found))
    .map(({ body, ...drill }) => ({ ...drill, body: drillBody.parse(JSON.parse(body)) }))
