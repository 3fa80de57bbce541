import { z } from 'zod'
import { type Expected, expectedList, type Roles } from '~/domain/rollcall/expected'
import { statement } from '../db.server'
import { keptRows } from '../kept-rows.server'
import type { Tx } from '../transact.server'

const roles = z.object({ commanders: z.array(z.string()), marshals: z.array(z.string()) })

/** A roll call as it was last drawn. */
export type CallFacts = {
  id: string
  kind: string
  subjectId: string
  unitId: string
  expected: readonly Expected[]
  roles: Roles
  listedAt: Date
}

const callRow = z.object({ id: z.string(), kind: z.string(), subjectId: z.string(), unitId: z.string(), listId: z.string() })
const callSql = `SELECT c."id", c."kind", c."subjectId", c."unitId", l."id" AS "listId" FROM "RollCall" c JOIN "RollList" l ON l."callId" = c."id"
  WHERE c."kind" = ? AND c."subjectId" = ? ORDER BY l."nth" DESC LIMIT 1`
const listRow = z.object({ entries: z.string(), roles: z.string(), at: z.string().transform((text) => new Date(text)) })

type List = Pick<CallFacts, 'expected' | 'roles' | 'listedAt'>
const listFrom = (row: { entries: string; roles: string; at: Date }): List => ({
  expected: expectedList.parse(JSON.parse(row.entries)),
  roles: roles.parse(JSON.parse(row.roles)),
  listedAt: row.at,
})
/** A list is never changed: thousands of names are read once, however many boards ask. */
const listKept = keptRows((id) =>
  listFrom(listRow.parse(statement('SELECT "entries", "roles", "at" FROM "RollList" WHERE "id" = ?').get(id))),
)

/** The call of a drill or of a part of a class; null where there is none. Whoever asks has seen that its subject is in scope. */
export async function findCall(kind: 'drill' | 'class', subjectId: string): Promise<CallFacts | null> {
  const found = statement(callSql).get(kind, subjectId)
  if (found === undefined) return null
  const { listId, ...call } = callRow.parse(found)
  return { ...call, ...listKept(listId) }
}

/** The same as this transaction sees it. */
export async function callInside(tx: Tx, kind: 'drill' | 'class', subjectId: string): Promise<CallFacts | null> {
  const lists = { orderBy: { nth: 'desc' as const }, take: 1, select: { id: true } }
  const found = await tx.rollCall.findUnique({ where: { kind_subjectId: { kind, subjectId } }, include: { lists } })
  const [list] = found?.lists ?? []
  if (found === null || list === undefined) return null
  const { id, unitId } = found
  const whole = async () => listFrom(await tx.rollList.findUniqueOrThrow({ where: { id: list.id } }))
  return { id, kind, subjectId, unitId, ...(listKept.known(list.id) ?? (await whole())) }
}
