/** What this phone keeps of one drill, sealed for one person: its own entries each by itself as they are made, and what else it knows. */
import * as z from 'zod'
import type { Entry } from '../../domain/rollcall/event'
import { knownEntry } from '../../domain/rollcall/wire'
import { textStore } from './kept-texts'
import { locked, unlocked } from './sealed-text'

const { allKeys, dropText, putText, textAt } = textStore('mingbai-drills', 'entries')

const summary = z.object({
  seq: z.number(),
  epoch: z.string(),
  offset: z.number().nullable(),
  heard: z.number(),
  /** When the server was last heard, by its own clock. */
  last: z.number().nullable(),
  entries: z.array(knownEntry),
  device: z.string(),
})
export type Summary = z.output<typeof summary>

export type Keeping = {
  /** Entries that the server has not said it has. */
  waiting: () => Promise<Entry[]>
  summary: () => Promise<Summary | null>
  keep: (entry: Entry) => Promise<void>
  arrived: (ids: readonly string[]) => Promise<void>
  keepSummary: (summary: Summary) => Promise<void>
  /** What is kept here for somebody else, or was sealed with a key that is gone. */
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
  const opened = async (key: string): Promise<unknown> => readJson((await unlocked(await textAt(key), lock)) ?? 'null')
  return {
    waiting: async () => {
      const keys = (await allKeys()).filter((key) => key.startsWith(`${start}entry/`))
      const read = await Promise.all(keys.map(opened))
      return read.flatMap((one) => {
        const parsed = knownEntry.safeParse(one)
        return parsed.success ? [parsed.data] : []
      })
    },
    summary: async () => {
      const parsed = summary.safeParse(await opened(`${start}summary`))
      return parsed.success ? parsed.data : null
    },
    keep: async (entry) => void (await putText(`${start}entry/${entry.id}`, await locked(JSON.stringify(entry), lock))),
    arrived: async (ids) => {
      for (const id of ids) await dropText(`${start}entry/${id}`)
    },
    keepSummary: async (told) => void (await putText(`${start}summary`, await locked(JSON.stringify(told), lock))),
    others: async () => (await allKeys()).filter((key) => key.includes('/entry/') && !key.startsWith(start)).length,
  }
}
