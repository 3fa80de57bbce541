import { type Doubt, doubtful } from './doubt'
import { type Entry, gathered } from './event'
import type { Expected, Roles } from './expected'

/** An entry that is put before the commander. twin: a name that is on the list, or was entered as a guest before. */
export type Doubted = { entry: Entry; doubt: Doubt | 'twin'; decided: boolean | null }

/** Names as they are compared: without spaces, in one width and case. */
const compared = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Entries that were not taken back by whoever made them or by the commander. Taking back is final; what was wrong is entered anew. */
export function notTakenBack(entries: readonly Entry[], roles: Roles): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const undone = new Set<string>()
  for (const { said, by } of entries) {
    if (said.kind !== 'undo') continue
    const target = byId.get(said.of)
    if (target !== undefined && target.said.kind !== 'undo' && (target.by === by || roles.commanders.includes(by))) undone.add(target.id)
  }
  return entries.filter(({ id, said }) => said.kind !== 'undo' && !undone.has(id))
}

/** The commander's last word on entries in doubt. */
function decisions(entries: readonly Entry[], roles: Roles): Map<string, boolean> {
  const last = new Map<string, boolean>()
  for (const { said, by } of entries) if (said.kind === 'decided' && roles.commanders.includes(by)) last.set(said.of, said.counts)
  return last
}

function twinsOf(entries: readonly Entry[], expected: readonly Expected[]): Set<string> {
  const known = new Set(expected.filter(({ kind }) => kind === 'person').map(({ name }) => compared(name)))
  const twins = new Set<string>()
  for (const { id, said } of entries) {
    if (said.kind !== 'walk-in') continue
    if (known.has(compared(said.name))) twins.add(id)
    known.add(compared(said.name))
  }
  return twins
}

/** What counts, in order, and what waits for the commander. `begins`: when the drill began, in milliseconds; null before. */
export function sifted(
  expected: readonly Expected[],
  entries: readonly Entry[],
  roles: Roles,
  begins: number | null,
): { counting: Entry[]; doubts: Doubted[] } {
  const valid = notTakenBack(gathered(entries), roles)
  const decided = decisions(valid, roles)
  const twins = twinsOf(valid, expected)
  const found = doubtful(valid, begins)
  const doubts = valid.flatMap((entry): Doubted[] => {
    const doubt = found.get(entry.id) ?? (twins.has(entry.id) ? ('twin' as const) : null)
    return doubt === null ? [] : [{ entry, doubt, decided: decided.get(entry.id) ?? null }]
  })
  const waits = new Set(doubts.filter((one) => one.decided !== true).map(({ entry }) => entry.id))
  return { counting: valid.filter(({ id }) => !waits.has(id)), doubts }
}
