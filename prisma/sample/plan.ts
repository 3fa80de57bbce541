import { addDays, type Day, formatDay, parseDay } from '../../app/domain/shared/day'
import { communityKind, departmentKinds, gridKind, type Kind, kinds, officeKinds } from './kinds'
import { chance, nameBy, streets } from './names'

export type PlannedPlace = { id: string; kind: string; name: string; parentId: string | null; path: string }
export type PlannedUnit = {
  id: string
  placeId: string
  name: string
  sector: string
  shortCode: string
  traits: string[]
  joinCode: string
}
export type PlannedPerson = {
  id: string
  name: string
  phone: string
  unitId: string
  postId: string
  position: string
  from: Day
  halves: Day[]
  passed: Day | null
}

export type Plan = { places: PlannedPlace[]; units: PlannedUnit[]; people: PlannedPerson[]; tomorrow: Day }

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const code = (random: () => number, length: number) => Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('')
const idOf = (kind: string, n: number) => `00000000-0000-7000-8${kind}-${n.toString(16).padStart(12, '0')}`

const county = { id: 'qinghe', kind: 'county', name: '青禾县', parentId: null, path: '/qinghe/' }

function planPlaces(): PlannedPlace[] {
  const below = streets.flatMap((street) => {
    const path = `/qinghe/${street.id}/`
    const communities = street.communities.flatMap((name, n) => {
      const id = `${street.id}-${n + 1}`
      const community = { id, kind: 'community', name, parentId: street.id, path: `${path}${id}/` }
      const grids = [1, 2].map((grid) => ({
        id: `${id}-g${grid}`,
        kind: 'grid',
        name: `${name}第${grid}网格`,
        parentId: id,
        path: `${path}${id}/${id}-g${grid}/`,
      }))
      return [community, ...grids]
    })
    return [{ id: street.id, kind: 'street', name: street.name, parentId: 'qinghe', path }, ...communities]
  })
  return [county, ...below]
}

function planUnits(places: PlannedPlace[], random: () => number): { unit: PlannedUnit; kind: Kind }[] {
  const found: { unit: PlannedUnit; kind: Kind }[] = []
  const add = (kind: Kind, place: PlannedPlace, n: number, codes: () => number = random) => {
    const serial = found.length + 1
    const unit = {
      id: idOf('001', serial),
      placeId: place.id,
      name: kind.name(shortName(place), n),
      sector: kind.sector,
      shortCode: code(codes, 4),
      traits: kind.traits,
      joinCode: code(codes, 8),
    }
    found.push({ unit, kind })
  }
  for (const kind of departmentKinds) add(kind, county, 0)
  for (const place of places.filter((entry) => entry.kind === 'street')) for (const kind of officeKinds) add(kind, place, 0)
  const communities = places.filter((entry) => entry.kind === 'community')
  for (const place of communities) add(communityKind, place, 0)
  let turn = 0
  for (const kind of kinds) {
    for (let n = 0; n < kind.count; n += 1) {
      const community = communities[turn % communities.length]
      turn += 1
      if (community) add(kind, community, n)
    }
  }
  const gridCodes = chance(24)
  const staffed = places.filter(({ kind, id }) => kind === 'grid' && !unstaffedGrids.includes(id))
  for (const place of staffed) add(gridKind, place, 0, gridCodes)
  return found
}

/** Grids of the sample that have no worker yet. */
const unstaffedGrids = ['donghu-2-g2', 'donghu-5-g1', 'xiqiao-4-g2']

const shortName = (place: PlannedPlace) => (place.kind === 'community' ? place.name.replace(/社区|村$/, '') : place.name)

/** Mid-points of the half-years after a first day and up to today: when the half-yearly training was taken. */
function trainingDays(from: Day, today: Day, random: () => number, missesLast: boolean): Day[] {
  const days: Day[] = []
  for (let year = Number(formatDay(from).slice(0, 4)); year <= Number(formatDay(today).slice(0, 4)); year += 1) {
    for (const month of ['02', '08']) {
      const day = parseDay(`${year}-${month}-${String(1 + Math.floor(random() * 27)).padStart(2, '0')}`)
      if (day !== null && day > from && day <= today) days.push(day)
    }
  }
  return missesLast ? days.slice(0, -2) : days
}

/** The sample street, the same each time but for its days, which are counted back from the day it is loaded. */
export function planStreet(today: Day): Plan {
  const random = chance(20_261_122)
  const places = planPlaces()
  const units = planUnits(places, random)
  const people = units.flatMap(({ unit, kind }) =>
    kind.people.flatMap(([position, count]) => Array.from({ length: count }, () => ({ unit, position }))),
  )
  return {
    places,
    tomorrow: addDays(today, 1),
    units: units.map(({ unit }) => unit),
    people: people.map(({ unit, position }, index) => {
      const fresh = random() < 0.03
      const from = addDays(today, fresh ? Math.floor(random() * 12) - 4 : -40 - Math.floor(random() * 860))
      const passed = fresh ? null : addDays(from, -1 - Math.floor(random() * 10))
      return {
        id: idOf('002', index + 1),
        postId: idOf('003', index + 1),
        name: nameBy(random),
        phone: `1390000${String(index + 1).padStart(4, '0')}`,
        unitId: unit.id,
        position,
        from,
        passed,
        halves: trainingDays(from, today, random, random() < 0.04),
      }
    }),
  }
}
