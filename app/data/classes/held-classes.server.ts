import { z } from 'zod'
import type { HeldClass } from '~/domain/classes/clashes'
import { type ClassBody, classBody } from '~/domain/classes/class-body'
import type { Tx } from '../transact.server'

const row = z.object({ id: z.string(), body: z.string() })
/** Neither closed nor called off, by the last that was done about them; on one of these days. */
const held = `SELECT DISTINCT r."classId" AS "id", r."body" FROM "ClassSeat" s
  JOIN "ClassRevision" r ON r."classId" = s."classId" AND r."nth" = (SELECT MAX(n."nth") FROM "ClassRevision" n WHERE n."classId" = s."classId")
  LEFT JOIN "ClassSeatEnd" e ON e."seatId" = s."id"
  LEFT JOIN "ClassStep" t ON t."classId" = s."classId" AND t."nth" = (SELECT MAX(l."nth") FROM "ClassStep" l WHERE l."classId" = s."classId")
  WHERE s."personId" IN (SELECT "value" FROM json_each(?)) AND s."classId" <> ? AND e."seatId" IS NULL
    AND (t."kind" IS NULL OR t."kind" NOT IN ('closed', 'called-off'))
    AND EXISTS (SELECT 1 FROM json_each(r."body", '$.parts') p WHERE p."value" ->> '$.on' IN (SELECT "value" FROM json_each(?)))`

/** Other classes on the days of this one in which these persons hold a seat, as this transaction sees them. */
export async function classesHeldInside(
  tx: Tx,
  family: readonly string[],
  { id, body }: { id: string; body: ClassBody },
): Promise<HeldClass[]> {
  const days = [...new Set(body.parts.map(({ on }) => on))]
  const found: unknown = await tx.$queryRawUnsafe(held, JSON.stringify(family), id, JSON.stringify(days))
  return z
    .array(row)
    .parse(found)
    .map((one) => {
      const { title, parts } = classBody.parse(JSON.parse(one.body))
      return { id: one.id, title, parts }
    })
}
