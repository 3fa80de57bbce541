import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ at: z.string(), entries: z.number(), ok: z.number() })

/** The newest verification of the evidence chains, or null before the first. */
export function lastChainCheck(): { at: string; entries: number; ok: boolean } | null {
  const found = statement('SELECT "at", "entries", "ok" FROM "ChainCheck" ORDER BY "at" DESC LIMIT 1').get()
  if (found === undefined) return null
  const check = row.parse(found)
  return { at: check.at, entries: check.entries, ok: check.ok === 1 }
}
