import { withoutUnseen } from '../shared/plain-text'

/** Where a poster hangs: a community's board or gate, a building, a staircase of it, a shop. */
export const siteKinds = ['community', 'building', 'staircase', 'shop'] as const
export type SiteKind = (typeof siteKinds)[number]

export const longestSiteName = 30
/** Sites that can be added to a place in one go. */
export const mostSitesAtOnce = 500

export type SitesWish =
  | { kind: 'listed'; text: string }
  | { kind: 'numbered'; fromBuilding: number; toBuilding: number; staircases: number; words: { building: string; staircase: string } }

export type SiteNames =
  | { kind: 'names'; names: string[] }
  | { kind: 'fault'; fault: 'none' | 'tooMany' | 'tooLong' | 'range'; name?: string }

/** 1号楼 … 12号楼, or with staircases 1号楼1单元 …, in order. */
function numbered({ fromBuilding, toBuilding, staircases, words }: Extract<SitesWish, { kind: 'numbered' }>): SiteNames {
  const numbers = [fromBuilding, toBuilding, staircases]
  const isRange = numbers.every(Number.isInteger) && fromBuilding >= 1 && toBuilding >= fromBuilding && toBuilding <= 999
  if (!isRange || staircases < 0 || staircases > 30) return { kind: 'fault', fault: 'range' }
  const buildings = Array.from({ length: toBuilding - fromBuilding + 1 }, (_, nth) => `${fromBuilding + nth}${words.building}`)
  const stairs = Array.from({ length: staircases }, (_, nth) => `${nth + 1}${words.staircase}`)
  const count = buildings.length * Math.max(1, staircases)
  if (count > mostSitesAtOnce) return { kind: 'fault', fault: 'tooMany' }
  return { kind: 'names', names: staircases === 0 ? buildings : buildings.flatMap((building) => stairs.map((stair) => building + stair)) }
}

/** The names of sites to add, each once, in the order in which they were written. */
export function siteNames(wish: SitesWish): SiteNames {
  if (wish.kind === 'numbered') return numbered(wish)
  const names = [
    ...new Set(
      wish.text
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map((line) =>
          withoutUnseen(line)
            .replace(/[\s\u3164\u115f\u1160\uffa0]+/g, ' ')
            .trim(),
        )
        .filter(Boolean),
    ),
  ]
  if (names.length === 0) return { kind: 'fault', fault: 'none' }
  if (names.length > mostSitesAtOnce) return { kind: 'fault', fault: 'tooMany' }
  const long = names.find((name) => [...name].length > longestSiteName)
  return long === undefined
    ? { kind: 'names', names }
    : { kind: 'fault', fault: 'tooLong', name: [...long].slice(0, longestSiteName).join('') }
}
