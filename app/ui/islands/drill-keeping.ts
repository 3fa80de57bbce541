/** What this phone keeps of one drill, sealed for one person: its own entries each by itself as they are made, and what else it knows. */
import * as z from 'zod'
import type { Entry } from '../../domain/rollcall/event'
import { knownEntry } from '../../domain/rollcall/wire'
import { drillTexts } from './kept-texts'
import { locked, unlocked } from './sealed-text'

const { allKeys, dropTexts, putText, putTexts, textAt, textsUnder } = drillTexts()

const summary = z.object({
  seq: z.number(),
  /** The entry that has this number; null where that is not known. */
  at: z.string().nullable().default(null),
  epoch: z.string(),
  offset: z.number().nullable(),
  heard: z.number(),
  /** When the server was last heard, by its own clock. */
  last: z.number().nullable(),
  /** `received` is null where the server was put back since and may lack it. */
  entries: z.array(knownEntry),
  device: z.string(),
})
export type Summary = z.output<typeof summary>

export type Keeping = {
  /** Entries that the server has not said it has; `unread`: how many more there are that do not open. */
  waiting: () => Promise<{ entries: Entry[]; unread: number }>
  summary: () => Promise<Summary | null>
  /** All of them or none. */
  keep: (entries: readonly Entry[]) => Promise<void>
  arrived: (ids: readonly string[]) => Promise<void>
  keepSummary: (summary: Summary) => Promise<void>
  /** How many entries of this drill somebody else has on this phone. */
  others: () => Promise<number>
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function keepingOf(drill: string, person: string, lock: string): Keeping {
  const start = `${drill}/${person}/`
  const keyOf = (id: string): string => `${start}entry/${id}`
  const opened = async (text: string): Promise<unknown> => readJson((await unlocked(text, lock)) ?? 'null')
  return {
    waiting: async () => {
      const texts = [...(await textsUnder(`${start}entry/`)).values()]
      const entries = (await Promise.all(texts.map(opened))).flatMap((one) => {
        const parsed = knownEntry.safeParse(one)
        return parsed.success ? [parsed.data] : []
      })
      return { entries, unread: texts.length - entries.length }
    },
    summary: async () => {
      const parsed = summary.safeParse(await opened(await textAt(`${start}summary`)))
      return parsed.success ? parsed.data : null
    },
    keep: async (entries) =>
      putTexts(
        new Map(await Promise.all(entries.map(async (entry) => [keyOf(entry.id), await locked(JSON.stringify(entry), lock)] as const))),
      ),
    arrived: (ids) => dropTexts(ids.map(keyOf)),
    keepSummary: async (told) => void (await putText(`${start}summary`, await locked(JSON.stringify(told), lock))),
    others: async () =>
      (await allKeys()).filter((key) => key.startsWith(`${drill}/`) && key.includes('/entry/') && !key.startsWith(start)).length,
  }
}
