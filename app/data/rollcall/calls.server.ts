import { z } from 'zod'
import { type Entry, type Said, sentEntry } from '~/domain/rollcall/event'
import { type Expected, expectedList, type Roles } from '~/domain/rollcall/expected'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'

const roles = z.object({ commanders: z.array(z.string()), marshals: z.array(z.string()) })
const said = sentEntry.shape.said

/** A roll call as it was last drawn. */
export type CallFacts = { id: string; kind: string; subjectId: string; unitId: string; expected: Expected[]; roles: Roles; listedAt: Date }

type ListRow = { entries: string; roles: string; at: Date }
const toFacts = ({
  lists: [list],
  ...call
}: {
  id: string
  kind: string
  subjectId: string
  unitId: string
  lists: ListRow[]
}): CallFacts | null =>
  list === undefined
    ? null
    : { ...call, expected: expectedList.parse(JSON.parse(list.entries)), roles: roles.parse(JSON.parse(list.roles)), listedAt: list.at }

const withList = { lists: { orderBy: { nth: 'desc' as const }, take: 1 } }

/** The call of a drill or of a part of a class; null where there is none. Whoever asks has seen that its subject is in scope. */
export async function findCall(kind: 'drill' | 'class', subjectId: string): Promise<CallFacts | null> {
  const found = await db().rollCall.findUnique({ where: { kind_subjectId: { kind, subjectId } }, include: withList })
  return found && toFacts(found)
}

export async function callInside(tx: Tx, kind: 'drill' | 'class', subjectId: string): Promise<CallFacts | null> {
  const found = await tx.rollCall.findUnique({ where: { kind_subjectId: { kind, subjectId } }, include: withList })
  return found && toFacts(found)
}

const instant = z.string().transform((text) => Date.parse(text))
const row = z.object({
  seq: z.number(),
  id: z.string(),
  device: z.string(),
  nth: z.number(),
  said: z.string().transform((text): Said => said.parse(JSON.parse(text))),
  clock: instant,
  offset: z.number(),
  heard: instant.nullable(),
  at: instant,
  received: instant,
  personId: z.string(),
  carriedBy: z.string().nullable(),
})

const entriesSql = `SELECT "seq", "id", "device", "nth", "said", "clock", "offset", "heard", "at", "received", "personId", "carriedBy"
  FROM "RollEvent" WHERE "callId" = ? AND "seq" > ? ORDER BY "seq"`

/** A call's entries after one that is known (0: all), in the order in which the server had them, and the last one's number. */
export function entriesAfter(callId: string, after: number): { entries: Entry[]; seq: number } {
  const rows = statement(entriesSql)
    .all(callId, after)
    .map((found) => row.parse(found))
  return { entries: rows.map(toEntry), seq: rows.at(-1)?.seq ?? after }
}

function toEntry({ seq: _seq, personId, carriedBy, ...entry }: z.output<typeof row>): Entry {
  return { ...entry, by: personId, ...(carriedBy === null ? {} : { carriedBy }) }
}

const lastSql = 'SELECT MAX("seq") AS "seq" FROM "RollEvent" WHERE "callId" = ?'
const lastRow = z.object({ seq: z.number().nullable() })

/** The number of the last entry; 0 where there is none. */
export const lastEntry = (callId: string): number => lastRow.parse(statement(lastSql).get(callId)).seq ?? 0

const numberedSql = 'SELECT "id" FROM "RollEvent" WHERE "callId" = ? AND "seq" = ?'
const numberedRow = z.object({ id: z.string() }).optional()

/** Is this the entry that has this number? Not where the database was put back since: numbers are then given anew. */
export const isNumbered = (callId: string, seq: number, id: string): boolean =>
  numberedRow.parse(statement(numberedSql).get(callId, seq))?.id === id

/** Every entry of a call as this transaction sees it. */
export async function entriesInside(tx: Tx, callId: string): Promise<Entry[]> {
  const rows = await tx.rollEvent.findMany({ where: { callId }, orderBy: { seq: 'asc' } })
  return rows.map(({ id, device, nth, said: text, clock, offset, heard, at, received, personId, carriedBy }) => ({
    id,
    device,
    nth,
    said: said.parse(JSON.parse(text)),
    clock: clock.getTime(),
    offset,
    heard: heard?.getTime() ?? null,
    at: at.getTime(),
    received: received.getTime(),
    by: personId,
    ...(carriedBy === null ? {} : { carriedBy }),
  }))
}
