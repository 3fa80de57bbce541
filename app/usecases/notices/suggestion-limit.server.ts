import { maySuggest } from '~/domain/notices/suggestion'

const hour = 3_600_000
const recent = new Map<string, number[]>()

/** Counts one suggestion from an address; false where there were too many in the last hour. Kept in memory only, for an hour. */
export function countSuggestion(address: string, now: Date): boolean {
  const at = now.getTime()
  for (const [key, instants] of recent) if (instants.every((instant) => at - instant >= hour)) recent.delete(key)
  const earlier = (recent.get(address) ?? []).filter((instant) => at - instant < hour)
  if (!maySuggest(earlier, at)) return false
  recent.set(address, [...earlier, at])
  return true
}
