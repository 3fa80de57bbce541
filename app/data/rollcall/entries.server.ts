import { z } from 'zod'
import { type Entry, type Said, sentEntry } from '~/domain/rollcall/event'
import { perDatabase, statement } from '../db.server'
import type { Tx } from '../transact.server'

const said = sentEntry.shape.said
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

/** A call's entries as they were committed, with their numbers; `texts`: those that were sent already, as they are sent. */
type Heap = { seqs: number[]; entries: Entry[]; texts: string[]; stamps: Entry[] }

const heaps = perDatabase(() => new Map<string, Heap>())
const mostKept = 60_000

/** Entries are only ever added, so each is read once, however many boards ask. */
function heapOf(callId: string): Heap {
  const known = heaps()
  const heap = known.get(callId) ?? { seqs: [], entries: [], texts: [], stamps: [] }
  for (const found of statement(entriesSql).all(callId, heap.seqs.at(-1) ?? 0)) {
    const { seq, personId, carriedBy, ...entry } = row.parse(found)
    const made: Entry = { ...entry, by: personId, ...(carriedBy === null ? {} : { carriedBy }) }
    heap.seqs.push(seq)
    heap.entries.push(made)
    if (made.said.kind === 'mark' || made.said.kind === 'undo') heap.stamps.push(made)
  }
  known.delete(callId)
  known.set(callId, heap)
  forgetOldest(known)
  return heap
}

function forgetOldest(known: Map<string, Heap>): void {
  let kept = [...known.values()].reduce((sum, { seqs }) => sum + seqs.length, 0)
  for (const [callId, { seqs }] of known) {
    if (kept <= mostKept || known.size === 1) return
    known.delete(callId)
    kept -= seqs.length
  }
}

/** Where in a heap the first entry with a greater number is. */
function placeAfter({ seqs }: Heap, after: number): number {
  let [low, high] = [0, seqs.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((seqs[middle] ?? 0) <= after) low = middle + 1
    else high = middle
  }
  return low
}

/** A call's entries after one that is known (0: all), in the order in which the server had them, and the last one's number. */
export function entriesAfter(callId: string, after: number): { entries: Entry[]; seq: number } {
  const heap = heapOf(callId)
  const entries = heap.entries.slice(placeAfter(heap, after))
  return { entries, seq: entries.length === 0 ? after : (heap.seqs.at(-1) ?? after) }
}

/** The same as the text of a JSON list: each entry's is made once, however many boards are sent it. */
export function entriesTextAfter(callId: string, after: number, textOf: (entry: Entry) => string): { text: string; seq: number } {
  const heap = heapOf(callId)
  const first = placeAfter(heap, after)
  for (const entry of heap.entries.slice(heap.texts.length)) heap.texts.push(textOf(entry))
  const texts = heap.texts.slice(first)
  return { text: `[${texts.join(',')}]`, seq: texts.length === 0 ? after : (heap.seqs.at(-1) ?? after) }
}

/** Only what was stamped and taken back: enough to tell whether a drill runs, however many were ticked. */
export const stampsOf = (callId: string): readonly Entry[] => heapOf(callId).stamps

const lastSql = 'SELECT MAX("seq") AS "seq" FROM "RollEvent" WHERE "callId" = ?'
const lastRow = z.object({ seq: z.number().nullable() })

/** The number of the last entry; 0 where there is none. */
export const lastEntry = (callId: string): number => lastRow.parse(statement(lastSql).get(callId)).seq ?? 0

const numberedSql = 'SELECT "id" FROM "RollEvent" WHERE "callId" = ? AND "seq" = ?'
const numberedRow = z.object({ id: z.string() }).optional()

/** Is this the entry that has this number? Not where the database was put back since: numbers are then given anew. */
export function isNumbered(callId: string, seq: number, id: string): boolean {
  const isSame = numberedRow.parse(statement(numberedSql).get(callId, seq))?.id === id
  if (!isSame) heaps().delete(callId)
  return isSame
}

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
