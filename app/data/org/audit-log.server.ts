import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

/** What the log is narrowed to; null is no condition. Days are civil days of the installation, both included. */
export type AuditFilter = {
  act: string | null
  actor: string | null
  about: string | null
  unitId: string | null
  from: Day | null
  to: Day | null
}
export const auditAPage = 50

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const row = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  actorName: z.string().nullable(),
  act: z.string(),
  targetKind: z.string(),
  targetId: z.string(),
  targetName: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  placeName: z.string().nullable(),
  detail: z.string().transform((text) => detail.parse(JSON.parse(text))),
})
export type AuditLine = z.output<typeof row>

const named = `SELECT e."id", e."at", e."actor", e."act", e."targetKind", e."targetId", e."unitId", e."detail",
    actorPerson."name" AS "actorName", u."name" AS "unitName", p."name" AS "placeName",
    CASE e."targetKind"
      WHEN 'unit' THEN (SELECT "name" FROM "Unit" WHERE "id" = e."targetId")
      WHEN 'place' THEN (SELECT "name" FROM "Place" WHERE "id" = e."targetId")
      WHEN 'person' THEN (SELECT "name" FROM "Person" WHERE "id" = e."targetId")
      WHEN 'account' THEN (SELECT h."name" FROM "Account" a JOIN "Person" h ON h."id" = a."personId" WHERE a."id" = e."targetId")
      WHEN 'post' THEN (SELECT h."name" FROM "Post" k JOIN "Person" h ON h."id" = k."personId" WHERE k."id" = e."targetId")
      WHEN 'grant' THEN (SELECT h."name" FROM "Grant" g JOIN "Account" a ON a."id" = g."accountId" JOIN "Person" h ON h."id" = a."personId" WHERE g."id" = e."targetId")
      WHEN 'join' THEN (SELECT "name" FROM "JoinRequest" WHERE "id" = e."targetId")
      WHEN 'certificate' THEN (SELECT "number" FROM "Certificate" WHERE "id" = e."targetId")
    END AS "targetName"
  FROM "AuditEntry" e
  LEFT JOIN "Account" actorAccount ON actorAccount."id" = e."actor" LEFT JOIN "Person" actorPerson ON actorPerson."id" = actorAccount."personId"
  LEFT JOIN "Unit" u ON u."id" = e."unitId" LEFT JOIN "Place" p ON p."id" = e."placeId"`

const conditions = `WHERE (@act IS NULL OR "act" = @act) AND (@unitId IS NULL OR "unitId" = @unitId)
  AND (@from IS NULL OR "at" >= @from) AND (@before IS NULL OR "at" < @before)
  AND (@actor IS NULL OR instr("actorName", @actor) > 0)
  AND (@about IS NULL OR instr(coalesce("targetName", ''), @about) > 0 OR instr(coalesce("unitName", ''), @about) > 0 OR instr(coalesce("placeName", ''), @about) > 0)`

const page = `SELECT * FROM (${named}) ${conditions} ORDER BY "at" DESC, "id" DESC LIMIT @take OFFSET @skip`
const counted = `SELECT COUNT(*) AS "total" FROM (${named}) ${conditions}`
const acts = `SELECT DISTINCT "act" FROM "AuditEntry" ORDER BY 1`

/** Instants are kept as text that begins YYYY-MM-DDTHH:MM:SS.mmm in UTC; a civil day begins at 00:00 in Asia/Shanghai. */
const dayBegins = (day: Day, later = 0): string =>
  new Date(new Date(`${formatDay(day)}T00:00:00+08:00`).getTime() + later * 86_400_000).toISOString().slice(0, 23)

const bound = (filter: AuditFilter) => ({
  act: filter.act,
  actor: filter.actor,
  about: filter.about,
  unitId: filter.unitId,
  from: filter.from === null ? null : dayBegins(filter.from),
  before: filter.to === null ? null : dayBegins(filter.to, 1),
})

/** One page of the log, newest first, and how many entries there are. Only who sees everything reads it. */
export function listAudit(
  scope: Scope,
  filter: AuditFilter,
  { skip, take }: { skip: number; take: number },
): { rows: AuditLine[]; total: number } {
  if (!scope.everything) return { rows: [], total: 0 }
  const values = bound(filter)
  const { total } = z.object({ total: z.number() }).parse(statement(counted).get(values))
  const rows = statement(page)
    .all({ ...values, skip, take })
    .map((found) => row.parse(found))
  return { rows, total }
}

/** Every act that the log holds, for the filter. */
export const findActs = (): string[] =>
  statement(acts)
    .all()
    .map((found) => z.object({ act: z.string() }).parse(found).act)
