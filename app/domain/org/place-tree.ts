export type PlaceRow = { id: string; kind: string; name: string; parentId: string | null }
export type PlaceNode<Row extends PlaceRow> = Row & { depth: number; fullName: string }

/** The path of a place below another; of the first place with null. Ids hold no slash, so a path is a prefix of its own subtree only. */
export const pathBelow = (parentPath: string | null, id: string): string => `${parentPath ?? '/'}${id}/`

/**
 * The kinds a new place may be of, given all kinds from the widest to the narrowest: only lower ones than its parent's.
 * Without a parent it is the first place of an installation, which is the county.
 */
export function kindsBelow(kinds: readonly string[], parentKind: string | null): readonly string[] {
  if (parentKind === null) return kinds.filter((kind) => kind === 'county')
  const rank = kinds.indexOf(parentKind)
  return rank === -1 ? [] : kinds.slice(rank + 1)
}

/** Every place after its parent, siblings by name, with its depth and the names on the way to it (the first place's left out). */
export function placeTree<Row extends PlaceRow>(rows: readonly Row[]): PlaceNode<Row>[] {
  const below = new Map<string | null, Row[]>()
  for (const row of rows) below.set(row.parentId, [...(below.get(row.parentId) ?? []), row])
  const walk = (parentId: string | null, depth: number, names: readonly string[]): PlaceNode<Row>[] =>
    [...(below.get(parentId) ?? [])]
      .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN', { numeric: true }))
      .flatMap((row) => {
        const way = depth === 0 ? [] : [...names, row.name]
        return [{ ...row, depth, fullName: way.join(' ') || row.name }, ...walk(row.id, depth + 1, way)]
      })
  return walk(null, 0, [])
}
