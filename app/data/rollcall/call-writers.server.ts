import type { Entry } from '~/domain/rollcall/event'
import type { Expected, Roles } from '~/domain/rollcall/expected'
import type { Tx } from '../transact.server'

export type NewCall = { id: string; kind: 'drill' | 'class'; subjectId: string; unitId: string; createdAt: Date; createdBy: string }

export async function recordCall(tx: Tx, call: NewCall): Promise<void> {
  await tx.rollCall.create({ data: call })
}

export type NewList = { id: string; callId: string; entries: readonly Expected[]; roles: Roles; at: Date; by: string }

/** A list as it is drawn now; the ones before stay. */
export async function recordList(tx: Tx, { entries, roles, ...list }: NewList): Promise<void> {
  const before = await tx.rollList.count({ where: { callId: list.callId } })
  await tx.rollList.create({ data: { ...list, nth: before + 1, entries: JSON.stringify(entries), roles: JSON.stringify(roles) } })
}

export type NewEntry = { callId: string; accountId: string; entry: Entry; received: Date }

const columns = [
  'id',
  'callId',
  'device',
  'nth',
  'said',
  'clock',
  'offset',
  'heard',
  'at',
  'received',
  'personId',
  'accountId',
  'carriedBy',
]
/** One statement for any number of entries: thousands come at once while others wait. */
const insertEntries = `INSERT INTO "RollEvent" (${columns.map((name) => `"${name}"`).join(', ')})
  SELECT ${columns.map((name) => `"value" ->> '$.${name}'`).join(', ')} FROM json_each(?) ORDER BY "key"`

/** As the client writes instants. */
const storedInstant = (at: number): string => new Date(at).toISOString().replace('Z', '+00:00')

/** Entries that were not there yet, in the order given. Whoever calls has sorted out those that are. */
export async function recordEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.map(({ callId, accountId, received, entry }) => ({
    id: entry.id,
    callId,
    device: entry.device,
    nth: entry.nth,
    said: JSON.stringify(entry.said),
    clock: storedInstant(entry.clock),
    offset: entry.offset,
    heard: entry.heard === null ? null : storedInstant(entry.heard),
    at: storedInstant(entry.at),
    received: storedInstant(received.getTime()),
    personId: entry.by,
    accountId,
    carriedBy: entry.carriedBy ?? null,
  }))
  if (rows.length > 0) await tx.$executeRawUnsafe(insertEntries, JSON.stringify(rows))
}

/** Of these ids, the ones that are there, with what they say. */
export async function knownEntries(tx: Tx, ids: readonly string[]): Promise<Map<string, { callId: string; said: string }>> {
  const found = await tx.rollEvent.findMany({ where: { id: { in: [...ids] } }, select: { id: true, callId: true, said: true } })
  return new Map(found.map(({ id, ...row }) => [id, row]))
}
