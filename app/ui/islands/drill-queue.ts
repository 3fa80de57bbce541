/** What the server may lack, and how much of it lies on this phone. An entry that does not is said to, until it is stored or sent. */
import type { Entry } from '../../domain/rollcall/event'
import type { Keeping } from './drill-keeping'

export type Queue = {
  /** Everything to be sent, stored or not. */
  all: () => readonly Entry[]
  /** How many of them lie on this phone. */
  stored: () => number
  /** What this phone could not store: gone when the page is closed. */
  loose: () => readonly Entry[]
  /** Does it lie on this phone by itself? */
  isAlone: (id: string) => boolean
  /** Answers whether they were stored. */
  put: (entries: readonly Entry[]) => Promise<boolean>
  /** What this phone has stored before, by itself or with the rest of what it knows. */
  stands: (entries: readonly Entry[], are: 'alone' | 'together') => void
  /** The server has them. */
  sent: (ids: readonly string[]) => void
  /** What was sent and is kept with the rest of what this phone knows is taken away. */
  tidy: () => Promise<void>
  /** Tries again to store what could not be stored; answers whether it was now. */
  retry: () => Promise<boolean>
}

export function queueOf(keeping: Keeping): Queue {
  const waiting = new Map<string, Entry>()
  const alone = new Set<string>()
  const together = new Set<string>()
  const loose = new Set<string>()
  const isStored = (id: string): boolean => alone.has(id) || together.has(id)

  async function put(entries: readonly Entry[]): Promise<boolean> {
    for (const entry of entries) waiting.set(entry.id, entry)
    try {
      await keeping.keep(entries)
    } catch {
      for (const { id } of entries) if (waiting.has(id)) loose.add(id)
      return false
    }
    for (const { id } of entries) {
      alone.add(id)
      loose.delete(id)
    }
    return true
  }
  const looseOnes = (): Entry[] => [...loose].flatMap((id) => waiting.get(id) ?? [])
  return {
    all: () => [...waiting.values()],
    stored: () => [...waiting.keys()].filter(isStored).length,
    loose: looseOnes,
    isAlone: (id) => alone.has(id),
    put,
    stands: (entries, are) => {
      for (const entry of entries) {
        waiting.set(entry.id, entry)
        ;(are === 'alone' ? alone : together).add(entry.id)
      }
    },
    sent: (ids) => {
      for (const id of ids) {
        waiting.delete(id)
        loose.delete(id)
      }
    },
    tidy: async () => {
      const done = [...alone].filter((id) => !waiting.has(id))
      if (done.length === 0) return
      await keeping.arrived(done)
      for (const id of done) alone.delete(id)
    },
    retry: async () => {
      const entries = looseOnes()
      return entries.length > 0 && (await put(entries))
    },
  }
}
