import * as z from 'zod'
import { sentEntry } from './event'

/** An entry as the server tells it, or as a phone keeps it. */
export const knownEntry = sentEntry.extend({
  at: z.number().int(),
  received: z.number().int().nullable(),
  carriedBy: z.string().optional(),
})

/** What the server answers to a phone: entries it may not have yet, and what it could not take. */
export const answered = z.object({
  now: z.number(),
  listed: z.number(),
  /** Another one than before: the server was put back, and may lack what it had. */
  epoch: z.string(),
  /** The server has not, under that number, the entry that the phone knows as its last: it was put back, whoever told it so. */
  lacks: z.boolean().default(false),
  seq: z.number(),
  entries: z.array(knownEntry),
  refused: z.array(z.object({ id: z.string(), fault: z.string() })),
})
export type Answered = z.output<typeof answered>

/** A file that carries entries from one phone to another, before it is sealed. */
export const carried = z.object({ drill: z.string(), entries: z.array(knownEntry) })
