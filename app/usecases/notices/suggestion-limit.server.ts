import { maySuggest, suggestionsAnHour } from '~/domain/notices/suggestion'
import { tally } from '~/gateways/limits.server'
import { matchHash } from '~/gateways/secrets.server'

const hour = 3_600_000
const recent = new Map<string, number[]>()

/** Counts one suggestion from an address; false where there were too many in the last hour. Kept in memory only, for an hour; of several processes in their common file, as a keyed hash. */
export function countSuggestion(address: string, now: Date): boolean {
  const counted = tally(() => `suggest${matchHash(address)}`, hour)
  if (counted !== null) return counted <= suggestionsAnHour
  const at = now.getTime()
  for (const [key, instants] of recent) if (instants.every((instant) => at - instant >= hour)) recent.delete(key)
  const earlier = (recent.get(address) ?? []).filter((instant) => at - instant < hour)
  if (!maySuggest(earlier, at)) return false
  recent.set(address, [...earlier, at])
  return true
}
