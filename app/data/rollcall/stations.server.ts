import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

/** A phone that shows codes, with what they are made from. */
export type Station = { id: string; code: string; secret: string }

/** The station of this person at a call, under whichever of his ids it was made. */
export async function stationInside(tx: Tx, callId: string, family: readonly string[]): Promise<Station | null> {
  return tx.rollStation.findFirst({
    where: { callId, personId: { in: [...family] } },
    select: { id: true, code: true, secret: true },
    orderBy: { id: 'asc' },
  })
}

export const isStationCode = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.rollStation.findUnique({ where: { code }, select: { id: true } })) !== null

export async function recordStation(tx: Tx, station: Station & { callId: string; personId: string; createdAt: Date }): Promise<void> {
  await tx.rollStation.create({ data: station })
}

const codeSql = `SELECT s."id", s."code", s."secret", s."personId", s."callId", c."kind", c."subjectId"
  FROM "RollStation" s JOIN "RollCall" c ON c."id" = s."callId" WHERE s."code" = ?`
const codeRow = z.object({
  id: z.string(),
  code: z.string(),
  secret: z.string(),
  personId: z.string(),
  callId: z.string(),
  kind: z.string(),
  subjectId: z.string(),
})
export type AskedStation = z.output<typeof codeRow>

/** The station of this code; null where there is none. Whoever asks judges the changing half. */
export function findStation(code: string): AskedStation | null {
  const found = statement(codeSql).get(code)
  return found === undefined ? null : codeRow.parse(found)
}
