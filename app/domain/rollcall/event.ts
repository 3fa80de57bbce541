import * as z from 'zod'

const id = z.string().regex(/^[0-9a-z][0-9a-z-]{2,59}$/i)
const zone = z.string().max(60)
const words = z.string().trim().min(1).max(500)

/** How somebody was seen: name ticked, card shown, code scanned, seen again on a second call, on a signed sheet. */
export const seenWays = ['tick', 'card', 'code', 'again', 'sheet'] as const

/** What may happen at a roll call, each with what it says. `of` names another event; left: went before the end. */
const said = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seen'), who: id, way: z.enum(seenWays), zone, doubt: z.enum(['browser', 'stranger']).optional() }),
  z.strictObject({ kind: z.literal('left'), who: id, zone }),
  z.strictObject({ kind: z.literal('away'), who: id, why: z.enum(['leave', 'off-shift', 'elsewhere', 'on-duty']) }),
  z.strictObject({ kind: z.literal('last-seen'), who: id, zone }),
  z.strictObject({ kind: z.literal('counted'), who: id, zone, count: z.number().int().min(0).max(99_999) }),
  z.strictObject({
    kind: z.literal('walk-in'),
    name: z.string().trim().min(1).max(40),
    zone,
    doubt: z.enum(['browser', 'stranger']).optional(),
  }),
  z.strictObject({ kind: z.literal('second-call'), who: z.array(id).min(1).max(10) }),
  z.strictObject({ kind: z.literal('decided'), of: id, counts: z.boolean() }),
  z.strictObject({ kind: z.literal('undo'), of: id }),
  z.strictObject({ kind: z.literal('mark'), mark: z.string().regex(/^[a-z-]{3,20}$/), zone }),
  z.strictObject({ kind: z.literal('note'), text: words, zone }),
  z.strictObject({ kind: z.literal('photo'), photo: id, zone }),
])
export type Said = z.output<typeof said>

/** Milliseconds since 1970. */
const instant = z.number().int().min(0).max(4_102_444_800_000)

/**
 * One entry as a phone makes it. `id` is made there, so that the same entry arriving twice is one; `nth` counts the entries of that phone.
 * `clock` is what the phone's own clock said; `offset` are the milliseconds by which it is behind the server's, as measured. `heard` is the
 * last instant of the server that the phone knew when it made the entry.
 */
export const sentEntry = z.strictObject({
  id: z.uuid(),
  device: z.string().regex(/^[0-9A-Za-z-]{8,40}$/),
  nth: z.number().int().min(0).max(1_000_000),
  clock: instant,
  offset: z.number().int(),
  heard: instant.nullable(),
  /** Who made it: a person's id. */
  by: id,
  said,
  /** The server's own word that it has had this entry, with which any phone may bring it back. */
  proof: z
    .string()
    .regex(/^\d{1,15}\.[0-9A-Za-z_-]{43}$/)
    .optional(),
})
export type SentEntry = z.output<typeof sentEntry>

/** An entry as every board knows it; instants in milliseconds. `at` is the phone's clock set right; `received` when the server had it, null before. */
export type Entry = SentEntry & {
  at: number
  received: number | null
  /** Who brought it to the server, where that was somebody else. */
  carriedBy?: string | undefined
}

/** Earlier first; what happened at the same instant by id, so that every board has one order. */
export const inOrder = (one: Entry, other: Entry): number => one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id))

/** Each entry once, in order, from any number of heaps that may overlap. Of two under one id the received one is kept. */
export function gathered(...heaps: (readonly Entry[])[]): Entry[] {
  const byId = new Map<string, Entry>()
  for (const entry of heaps.flat()) {
    const known = byId.get(entry.id)
    if (known === undefined || (known.received === null && entry.received !== null)) byId.set(entry.id, entry)
  }
  return [...byId.values()].sort(inOrder)
}
