import { z } from 'zod'
import { type Said, sentEntry } from '~/domain/rollcall/event'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'
import { transactTogether } from '../transact-together.server'

export type NewArrival = { id: string; callId: string; stationId: string; at: Date; window: number }

/** Keeps that a code came in time. Nothing is said of who brought it. */
export const recordArrival = (arrival: NewArrival): Promise<void> =>
  transactTogether(async (tx) => void (await tx.rollArrival.create({ data: arrival })))

const arrivalSql = `SELECT a."id", a."callId", a."at", a."window", a."stationId", s."code", s."personId" AS "marshalId", c."kind", c."subjectId",
    c."unitId", k."personId" AS "claimedBy"
  FROM "RollArrival" a JOIN "RollStation" s ON s."id" = a."stationId" JOIN "RollCall" c ON c."id" = a."callId"
  LEFT JOIN "RollArrivalClaim" k ON k."arrivalId" = a."id" WHERE a."id" = ?`
const arrivalRow = z.object({
  id: z.string(),
  callId: z.string(),
  at: z.string().transform((text) => new Date(text)),
  window: z.number(),
  stationId: z.string(),
  code: z.string(),
  marshalId: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  unitId: z.string(),
  claimedBy: z.string().nullable(),
})
/** An arrival with the station that it came by, and who has claimed it. */
export type Arrival = z.output<typeof arrivalRow>

/** By the hash of what the browser was given. */
export function findArrival(id: string): Arrival | null {
  const found = statement(arrivalSql).get(id)
  return found === undefined ? null : arrivalRow.parse(found)
}

const deciding = ['"arrivalId" = ?', '"callId" = ? AND "browser" = ?', '"callId" = ? AND "personId" IN (SELECT "value" FROM json_each(?))']
const decidingSql = deciding
  .map((one) => `SELECT "arrivalId", "personId", "browser", "eventId" FROM "RollArrivalClaim" WHERE ${one}`)
  .join(' UNION ')
const decidingRow = z.object({ arrivalId: z.string(), personId: z.string(), browser: z.string(), eventId: z.string() })
export type DecidingClaim = z.output<typeof decidingRow>

/**
 * Claims that decide about a new one: of the same arrival, with the same browser at the same call, by the same person there. In three
 * searches, so that it costs the same after ten claims and after ten thousand.
 */
export async function claimsInside(
  tx: Tx,
  one: { callId: string; arrivalId: string; browser: string; family: readonly string[] },
): Promise<DecidingClaim[]> {
  const { callId, arrivalId, browser, family } = one
  const found: unknown = await tx.$queryRawUnsafe(decidingSql, arrivalId, callId, browser, callId, JSON.stringify(family))
  return z.array(decidingRow).parse(found)
}

/** Of these entries those that say that somebody came although nobody expected him. */
export async function walkInsInside(tx: Tx, ids: readonly string[]): Promise<{ id: string; by: string }[]> {
  const found = await tx.rollEvent.findMany({ where: { id: { in: [...ids] } }, select: { id: true, personId: true, said: true } })
  return found
    .filter(({ said }) => sentEntry.shape.said.parse(JSON.parse(said)).kind === 'walk-in')
    .map(({ id, personId: by }) => ({ id, by }))
}

export type NewClaim = { arrivalId: string; callId: string; personId: string; browser: string; eventId: string; at: Date }

export async function recordClaim(tx: Tx, claim: NewClaim): Promise<void> {
  await tx.rollArrivalClaim.create({ data: claim })
}

const mineSql = `SELECT e."said", e."at" FROM "RollArrivalClaim" k JOIN "RollEvent" e ON e."id" = k."eventId"
  WHERE k."callId" = ? AND k."personId" IN (SELECT "value" FROM json_each(?)) ORDER BY k."at" DESC LIMIT 1`
const mineRow = z.object({
  said: z.string().transform((text) => sentEntry.shape.said.parse(JSON.parse(text))),
  at: z.string().transform((text) => new Date(text)),
})

/** What this person's last claim at a call has entered; null where he has claimed nothing. */
export function claimedEntry(callId: string, family: readonly string[]): { said: Said; at: Date } | null {
  const found = statement(mineSql).get(callId, JSON.stringify(family))
  return found === undefined ? null : mineRow.parse(found)
}

const callsSql = `SELECT DISTINCT c."subjectId", c."unitId" FROM "RollArrivalClaim" k JOIN "RollCall" c ON c."id" = k."callId"
  WHERE c."kind" = 'drill' AND k."personId" IN (SELECT "value" FROM json_each(?))`
const callRow = z.object({ subjectId: z.string(), unitId: z.string() })

/** The drills that this person has checked in to by code, wherever they were. */
export const claimedDrills = (family: readonly string[]): { subjectId: string; unitId: string }[] =>
  statement(callsSql)
    .all(JSON.stringify(family))
    .map((found) => callRow.parse(found))

/** Arrivals that nobody has claimed and nobody can claim any more, some thousands at a time. */
export const unclaimedBefore = async (instant: Date): Promise<string[]> =>
  (await db().rollArrival.findMany({ where: { at: { lt: instant }, claim: { is: null } }, select: { id: true }, take: 5000 })).map(
    ({ id }) => id,
  )

export async function dropArrivals(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rollArrival.deleteMany({ where: { id: { in: [...ids] }, claim: { is: null } } })
}
