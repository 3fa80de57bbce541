import type { Tx } from '../transact.server'

/** For each of these records of people the one that is left after all merges. */
export async function survivorsOf(client: Tx, personIds: readonly string[]): Promise<(personId: string) => string> {
  const next = new Map<string, string>()
  let asked = [...new Set(personIds)]
  while (asked.length > 0) {
    const rows = await client.person.findMany({
      where: { id: { in: asked }, mergedIntoId: { not: null } },
      select: { id: true, mergedIntoId: true },
    })
    asked = []
    for (const { id, mergedIntoId } of rows)
      if (mergedIntoId !== null && !next.has(id)) {
        next.set(id, mergedIntoId)
        if (!next.has(mergedIntoId)) asked.push(mergedIntoId)
      }
  }
  return (personId) => {
    let at = personId
    for (let steps = 0; steps <= next.size; steps += 1) at = next.get(at) ?? at
    return at
  }
}

/** These people with every record that was joined into theirs. */
export async function familyOf(client: Tx, personIds: readonly string[]): Promise<string[]> {
  const family = new Set(personIds)
  let asked = [...family]
  while (asked.length > 0) {
    const rows = await client.person.findMany({ where: { mergedIntoId: { in: asked } }, select: { id: true } })
    asked = rows.flatMap(({ id }) => (family.has(id) ? [] : [id]))
    for (const id of asked) family.add(id)
  }
  return [...family]
}
