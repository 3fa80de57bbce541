import type { Totals } from '../../domain/rollcall/presence'
import type { Words } from './drill-page'

/** How many are still missing, in words. A list that nobody stands on is not a complete one. */
export function missingText({ expected, there, missing }: Totals, word: Words): string {
  if (expected + there === 0) return word('missing.empty')
  return missing === 0 ? word('missing.none', { n: there }) : word('missing.count', { n: missing })
}
