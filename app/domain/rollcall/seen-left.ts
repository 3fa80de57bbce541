import type { Entry } from './event'
import type { Expected, Roles } from './expected'
import { sifted } from './standing-entries'

/**
 * When somebody was first seen, and when he left for good, in milliseconds; null where nobody said so. Whoever is seen again after he left
 * has come back.
 */
export type SeenLeft = { at: number | null; leftAt: number | null }

/**
 * Of everybody on the list, from whatever entries there are, in any order and however often. What was taken back says nothing, and what is
 * in doubt says nothing before it was decided. `begins`: before which an entry is in doubt; null where nothing is.
 */
export function seenLeftOf(
  expected: readonly Expected[],
  entries: readonly Entry[],
  roles: Roles,
  begins: number | null,
): Map<string, SeenLeft> {
  const { counting } = sifted(expected, entries, roles, begins)
  const people = new Map(expected.filter(({ kind }) => kind === 'person').map(({ id }): [string, SeenLeft] => [id, none()]))
  for (const { said, at } of counting) {
    if (said.kind !== 'seen' && said.kind !== 'left') continue
    const person = people.get(said.who)
    if (person === undefined) continue
    if (said.kind === 'left') person.leftAt = at
    else {
      person.at ??= at
      person.leftAt = null
    }
  }
  return people
}

const none = (): SeenLeft => ({ at: null, leftAt: null })
