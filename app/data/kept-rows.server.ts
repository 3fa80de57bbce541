import { perDatabase } from './db.server'

/** What was read from rows that are never changed, by their id. The last ones asked for stay in memory; `known`: only if it is there. */
export function keptRows<T>(read: (id: string) => T, most = 200): ((id: string) => T) & { known: (id: string) => T | undefined } {
  const rows = perDatabase(() => new Map<string, T>())
  const get = (id: string): T => {
    const known = rows()
    const found = known.get(id) ?? read(id)
    known.delete(id)
    known.set(id, found)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return found
  }
  return Object.assign(get, { known: (id: string) => rows().get(id) })
}
