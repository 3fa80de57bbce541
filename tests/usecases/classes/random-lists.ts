import { transact } from '~/data/transact.server'
import { morning } from '../../factories/unit-people'

/** Numbers that look random and are the same every time. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { below, chance: (share: number): boolean => next() < share, one: <T>(items: readonly T[]): T => items[below(items.length)] as T }
}

/** Days of the tests are counted from 2026-01-01. */
export const dayText = (nth: number): string => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10)

export type RandomPost = { person: string; unit: string; position: string; from: number; to: number | null }
export type RandomUnit = { id: string; to: number | null; mergedInto: string | null }
export type RandomMember = { id: string; unit: string; from: number; end: { on: number; why: string } | null }
export type RandomSitting = { person: string; unit: string; part: string; on: number; asDeputy: boolean; counts: boolean }
/** closings: what each closing of the class said, the last one counts. */
export type RandomClass = { id: string; closings: RandomSitting[][]; isOpenAgain: boolean }
export type RandomList = {
  id: string
  parts: string[]
  deputies: boolean
  units: RandomUnit[]
  people: { id: string; mergedInto: string | null }[]
  posts: RandomPost[]
  members: RandomMember[]
  classes: RandomClass[]
}

export const lastDay = 120
const everyPart = ['morning', 'afternoon', 'test']

/** One answers for a unit until a day, another from the next. */
const handedOver = (unit: string, before: string, after: string, on: number): RandomPost[] => [
  { person: before, unit, position: 'responsible-person', from: -30, to: on },
  { person: after, unit, position: 'responsible-person', from: on + 1, to: null },
]

/** A list of a sector as a year may leave it: units close, merge and change sector, people come and go, and some are found to be one. */
export function randomList(nth: number): RandomList {
  const { below, chance, one } = randomFrom(nth * 7919 + 1)
  const id = `list-${nth}`
  const parts = everyPart.slice(0, 1 + below(3))
  const units = Array.from({ length: 3 + below(4) }, (_, at): RandomUnit => {
    const closes = chance(0.25)
    return { id: `${id}-u${at}`, to: closes ? below(lastDay) : null, mergedInto: closes && at > 0 && chance(0.5) ? `${id}-u0` : null }
  })
  const people = Array.from({ length: units.length * 2 + 2 }, (_, at) => ({
    id: `${id}-p${at}`,
    mergedInto: at > 0 && chance(0.2) ? `${id}-p${below(at)}` : null,
  }))
  const posts = units.flatMap(({ id: unit }) => {
    if (chance(0.3)) return handedOver(unit, one(people).id, one(people).id, 30 + below(lastDay))
    return Array.from({ length: 1 + below(4) }, (): RandomPost => {
      const from = chance(0.5) ? -30 : below(lastDay)
      const position = chance(0.8) ? 'responsible-person' : 'employee'
      return { person: one(people).id, unit, position, from, to: chance(0.5) ? null : from + below(90) }
    })
  })
  const members = units.flatMap(({ id: unit, to, mergedInto }, at): RandomMember[] => {
    if (chance(0.05)) return []
    const line = { id: `${id}-m${at}`, unit, from: chance(0.8) ? 5 : 5 + below(80) }
    if (to !== null && chance(0.6)) return [{ ...line, end: { on: to + 1, why: mergedInto === null ? 'closed' : 'merged' } }]
    if (chance(0.1)) return [{ ...line, end: { on: line.from + below(60), why: one(['sector', 'duplicate', 'dropped', 'other']) } }]
    return [{ ...line, end: null }]
  })
  const classes = Array.from({ length: 1 + below(3) }, (_, at): RandomClass => {
    const begins = 10 + below(90)
    const closing = (): RandomSitting[] =>
      units.flatMap(({ id: unit }) =>
        parts.flatMap((part, turn) => {
          const held = posts.filter((post) => post.unit === unit)
          return Array.from({ length: below(3) }, () => ({
            ...{ person: chance(0.8) ? one(held).person : one(people).id, unit, part },
            ...{ on: begins + (chance(0.8) ? 0 : turn), asDeputy: chance(0.3), counts: chance(0.8) },
          })).filter(({ person }, place, all) => all.findIndex((other) => other.person === person) === place)
        }),
      )
    return {
      id: `${id}-c${at}`,
      closings: Array.from({ length: chance(0.2) ? 2 : chance(0.1) ? 0 : 1 }, closing),
      isOpenAgain: chance(0.1),
    }
  })
  return { id, parts, deputies: chance(0.6), units, people, posts, members, classes }
}

const by = { at: morning, by: 'tests' }

/** Writes lists into the database as the product would have. Needs a place `street`. */
export async function writeLists(lists: readonly RandomList[]): Promise<void> {
  await transact(async (tx) => {
    await tx.unit.createMany({
      data: lists.flatMap(({ units }) =>
        units.map(({ id, to, mergedInto }) => ({
          ...{ id, placeId: 'street', name: id, sector: 'medical', shortCode: id, from: '2020-01-01', createdAt: morning },
          ...{ to: to === null ? null : dayText(to), mergedIntoId: mergedInto, endReason: to === null ? null : 'closed' },
        })),
      ),
    })
    await tx.person.createMany({
      data: lists.flatMap(({ people }) =>
        people.map(({ id, mergedInto }) => ({ id, name: id, mergedIntoId: mergedInto, createdAt: morning })),
      ),
    })
    await tx.post.createMany({
      data: lists.flatMap(({ posts }) =>
        posts.map(({ person, unit, position, from, to }, at) => ({
          ...{ id: `${unit}-k${at}`, personId: person, unitId: unit, position, cardToken: `${unit}-k${at}`, createdAt: morning },
          ...{ from: dayText(from), to: to === null ? null : dayText(to) },
        })),
      ),
    })
    await tx.programme.createMany({
      data: lists.map(({ id }) => ({ id, slug: id, placeId: 'street', createdAt: morning, createdBy: 'tests' })),
    })
    await tx.programmeRevision.createMany({
      data: lists.map(({ id, parts, deputies }) => ({
        ...{ id: `${id}-r`, programmeId: id, nth: 1, ...by },
        body: JSON.stringify({
          ...{ template: 'party-school', title: id, year: 2026, binds: 'unit', duty: '', topic: 'party-school-2026', hours: 6, deputies },
          audience: { sectors: ['medical'], traits: [], positions: ['responsible-person'] },
          parts: parts.map((key) => ({ key, name: key, kind: 'lesson' })),
        }),
      })),
    })
    await tx.programmeMember.createMany({
      data: lists.flatMap(({ id: programmeId, members }) =>
        members.map(({ id, unit, from }) => ({
          ...{ id, programmeId, subjectKind: 'unit', subjectId: unit, unitId: unit, way: 'drawn', from: dayText(from) },
          ...{ why: JSON.stringify({ sector: 'medical', traits: [], positions: [], words: '' }), addedAt: morning, addedBy: 'tests' },
        })),
      ),
    })
    await tx.programmeMemberEnd.createMany({
      data: lists.flatMap(({ members }) =>
        members.flatMap(({ id, end }) =>
          end === null ? [] : [{ memberId: id, on: dayText(end.on), why: end.why, reason: '有变动', ...by }],
        ),
      ),
    })
    await tx.trainingClass.createMany({
      data: lists.flatMap(({ id: programmeId, classes }) =>
        classes.map(({ id }) => ({ id, programmeId, createdAt: morning, createdBy: 'tests' })),
      ),
    })
    const steps = lists.flatMap(({ classes }) =>
      classes.flatMap(({ id: classId, closings, isOpenAgain }) => {
        const kinds = closings.flatMap((_, nth) => (nth === 0 ? ['closed'] : ['reopened', 'closed']))
        if (isOpenAgain && kinds.length > 0) kinds.push('reopened')
        return kinds.map((kind, nth) => ({ id: `${classId}-s${nth}`, classId, nth: nth + 1, kind, detail: '{}', ...by }))
      }),
    )
    await tx.classStep.createMany({ data: steps })
    const sittings = lists.flatMap(({ id: programmeId, classes }) =>
      classes.flatMap(({ id: classId, closings }) =>
        closings.flatMap((sat, nth) =>
          sat.map(({ person, unit, part, on, asDeputy, counts }, at) => ({
            ...{ id: `${classId}-${nth}-${at}`, programmeId, classId, closingId: `${classId}-s${nth * 2}`, part, personId: person },
            ...{ unitId: unit, asDeputy, on: dayText(on), state: counts ? 'present' : 'late', counts },
          })),
        ),
      ),
    )
    for (let from = 0; from < sittings.length; from += 1000) await tx.classSitting.createMany({ data: sittings.slice(from, from + 1000) })
  })
}

/** What happens after somebody looked: one leaves, one comes, a unit closes, two are found to be one. Changes the list and the database. */
export async function lifeGoesOn(list: RandomList, turn: number): Promise<void> {
  const { below, one } = randomFrom(turn * 104_729 + list.id.length + Number(list.id.slice(5)))
  const kind = turn % 4
  const post = one(list.posts)
  await transact(async (tx) => {
    if (kind === 0) {
      post.to = post.from + below(60)
      await tx.post.update({ where: { id: `${post.unit}-k${list.posts.indexOf(post)}` }, data: { to: dayText(post.to) } })
    } else if (kind === 1) {
      const made = { person: one(list.people).id, unit: post.unit, position: 'responsible-person', from: below(lastDay), to: null }
      list.posts.push(made)
      const id = `${made.unit}-k${list.posts.length - 1}`
      await tx.post.create({
        data: {
          id,
          personId: made.person,
          unitId: made.unit,
          position: made.position,
          from: dayText(made.from),
          cardToken: id,
          createdAt: morning,
        },
      })
    } else if (kind === 2) {
      const unit = one(list.units)
      unit.to = below(lastDay)
      await tx.unit.update({ where: { id: unit.id }, data: { to: dayText(unit.to) } })
    } else {
      const [first, ...others] = list.people.filter(({ mergedInto }) => mergedInto === null)
      const other = others.at(-1)
      if (first === undefined || other === undefined) return
      other.mergedInto = first.id
      await tx.person.update({ where: { id: other.id }, data: { mergedIntoId: first.id } })
    }
  })
}
