import { perDatabase } from './db.server'

/** What was read from rows that are never changed, by their id. The last ones asked for stay in memory. */
export function keptRows<T>(read: (id: string) => T, most = 200): (id: string) => T {
  const rows = perDatabase(() => new Map<string, T>())
  return (id) => {
    const known = rows()
    const found = known.get(id) ?? read(id)
    known.delete(id)
    known.set(id, found)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return found
  }
}
