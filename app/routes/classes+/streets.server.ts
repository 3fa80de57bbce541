import { findPlaces } from '~/data/org/places.server'
import { pathsTo } from '~/domain/org/place-scope'
import { placeTree } from '~/domain/org/place-tree'

export type Street = { id: string; name: string; rank: number }

/** The street or town of each place, by the place's path, with its turn in the register; a place above all streets stands for itself. */
export function streetsByPath(): (path: string) => Street {
  const byPath = new Map(placeTree(findPlaces()).map((place, rank) => [place.path, { ...place, rank }]))
  const known = new Map<string, Street>()
  return (path) => {
    const found = known.get(path)
    if (found !== undefined) return found
    const above = pathsTo(path).flatMap((one) => byPath.get(one) ?? [])
    const { id, name, rank } = above.find(({ kind }) => kind === 'street') ?? above.at(-1) ?? { id: '', name: '', rank: 0 }
    known.set(path, { id, name, rank })
    return { id, name, rank }
  }
}
