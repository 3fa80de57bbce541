import { type Tx, transact } from '~/data/transact.server'
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
/** sector: the one it has now. */
export type RandomUnit = { id: string; to: number | null; mergedInto: string | null; sector: string }
/** subject: the unit, or on a list of persons one who works there. */
export type RandomMember = { id: string; unit: string; subject: string; from: number; end: { on: number; why: string } | null }
export type RandomExcuse = { member: string; on: number; until: number | null; ends: boolean }
export type RandomSitting = { person: string; unit: string; part: string; on: number; asDeputy: boolean; counts: boolean }
/** closings: what each closing of the class said, the last one counts. */
export type RandomClass = { id: string; closings: RandomSitting[][]; isOpenAgain: boolean }
export type RandomList = {
  id: string
  binds: 'unit' | 'person'
  parts: string[]
  deputies: boolean
  units: RandomUnit[]
  people: { id: string; mergedInto: string | null }[]
  posts: RandomPost[]
  members: RandomMember[]
  classes: RandomClass[]
  /** In the order in which they were said. */
  excuses: RandomExcuse[]
}

export const lastDay = 120
const everyPart = ['morning', 'afternoon', 'test']
export const sectors = ['medical', 'commerce'] as const

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
  const binds = nth % 4 === 3 ? 'person' : 'unit'
  const units = Array.from({ length: 3 + below(4) }, (_, at): RandomUnit => {
    const closes = chance(0.25)
    const mergedInto = closes && at > 0 && chance(0.5) ? `${id}-u0` : null
    return { id: `${id}-u${at}`, to: closes ? below(lastDay) : null, mergedInto, sector: sectors[0] }
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
    const subject = binds === 'unit' ? unit : one(posts.filter((post) => post.unit === unit)).person
    const line = { id: `${id}-m${at}`, unit, subject, from: chance(0.8) ? 5 : 5 + below(80) }
    if (to !== null && chance(0.6)) return [{ ...line, end: { on: to + 1, why: mergedInto === null ? 'closed' : 'merged' } }]
    if (chance(0.1)) return [{ ...line, end: { on: line.from + below(60), why: one(['sector', 'duplicate', 'dropped', 'other']) } }]
    return [{ ...line, end: null }]
  })
  const known = { units, people, posts, parts }
  const classes = Array.from({ length: 1 + below(3) }, (_, at): RandomClass => {
    const begins = 10 + below(90)
    return {
      id: `${id}-c${at}`,
      closings: Array.from({ length: chance(0.2) ? 2 : chance(0.1) ? 0 : 1 }, () => closingOf(known, begins, { below, chance, one })),
      isOpenAgain: chance(0.1),
    }
  })
  const excuses = members.flatMap(({ id: member }): RandomExcuse[] => (chance(0.3) ? [excuseOf(member, { below, chance, one })] : []))
  return { id, binds, parts, deputies: chance(0.6), units, people, posts, members, classes, excuses }
}

type Random = ReturnType<typeof randomOf>
const randomOf = (seed: number) => {
  const { below, chance, one } = randomFrom(seed)
  return { below, chance, one }
}

function excuseOf(member: string, { below, chance }: Random): RandomExcuse {
  const on = below(lastDay)
  return { member, on, until: chance(0.5) ? on + below(60) : null, ends: chance(0.2) }
}

/** Who sat where in a class that began on a day, as its closing says. */
function closingOf(
  { units, people, posts, parts }: Pick<RandomList, 'units' | 'people' | 'posts' | 'parts'>,
  begins: number,
  { below, chance, one }: Random,
): RandomSitting[] {
  return units.flatMap(({ id: unit }) =>
    parts.flatMap((part, turn) => {
      const held = posts.filter((post) => post.unit === unit)
      return Array.from({ length: below(3) }, () => ({
        ...{ person: chance(0.8) ? one(held).person : one(people).id, unit, part },
        ...{ on: begins + (chance(0.8) ? 0 : turn), asDeputy: chance(0.3), counts: chance(0.8) },
      })).filter(({ person }, place, all) => all.findIndex((other) => other.person === person) === place)
    }),
  )
}

const by = { at: morning, by: 'tests' }

const memberRow = ({ id: programmeId, binds }: RandomList, { id, unit, subject, from }: RandomMember, way: string) => ({
  ...{ id, programmeId, subjectKind: binds, subjectId: subject, unitId: unit, way, from: dayText(from) },
  ...{ why: JSON.stringify({ sector: 'medical', traits: [], positions: [], words: '' }), addedAt: morning, addedBy: 'tests' },
})

const excuseRow = (programmeId: string, { member, on, until, ends }: RandomExcuse, nth: number) => ({
  ...{ id: `${programmeId}-e${nth}`, programmeId, nth, kind: 'excused', by: 'tests', at: new Date(`${dayText(on)}T02:00:00Z`) },
  detail: JSON.stringify({ member, why: '住院', until: until === null ? null : dayText(until), ...(ends ? { ends } : {}) }),
})

const sittingRows = ({ id: programmeId }: RandomList, classId: string, nth: number, sat: readonly RandomSitting[]) =>
  sat.map(({ person, unit, part, on, asDeputy, counts }, at) => ({
    ...{ id: `${classId}-${nth}-${at}`, programmeId, classId, closingId: `${classId}-s${nth * 2}`, part, personId: person },
    ...{ unitId: unit, asDeputy, on: dayText(on), state: counts ? 'present' : 'late', counts },
  }))

/** Writes lists into the database as the product would have. Needs a place `street`. */
export async function writeLists(lists: readonly RandomList[]): Promise<void> {
  await transact(async (tx) => {
    await tx.unit.createMany({
      data: lists.flatMap(({ units }) =>
        units.map(({ id, to, mergedInto, sector }) => ({
          ...{ id, placeId: 'street', name: id, sector, shortCode: id, from: '2020-01-01', createdAt: morning },
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
      data: lists.map(({ id, parts, deputies, binds }) => ({
        ...{ id: `${id}-r`, programmeId: id, nth: 1, ...by },
        body: JSON.stringify({
          ...{ template: 'party-school', title: id, year: 2026, binds, duty: '', topic: 'party-school-2026', hours: 6, deputies },
          audience: { sectors: ['medical'], traits: [], positions: ['responsible-person'] },
          parts: parts.map((key) => ({ key, name: key, kind: 'lesson' })),
        }),
      })),
    })
    await tx.programmeStep.createMany({
      data: lists.flatMap(({ id, excuses }) => [
        { id: `${id}-frozen`, programmeId: id, nth: 1, kind: 'frozen', detail: '{}', ...by },
        ...excuses.map((said, nth) => excuseRow(id, said, nth + 2)),
      ]),
    })
    await tx.programmeMember.createMany({
      data: lists.flatMap((list) => list.members.map((member) => memberRow(list, member, 'drawn'))),
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
    const sittings = lists.flatMap((list) =>
      list.classes.flatMap(({ id, closings }) => closings.flatMap((sat, nth) => sittingRows(list, id, nth, sat))),
    )
    for (let from = 0; from < sittings.length; from += 1000) await tx.classSitting.createMany({ data: sittings.slice(from, from + 1000) })
  })
}

/** What happens to a list after somebody looked. Changes the list and the database. */
export async function lifeGoesOn(list: RandomList, turn: number): Promise<void> {
  const random = randomOf(turn * 104_729 + list.id.length + Number(list.id.slice(5)))
  await transact((tx) => (events[turn % events.length] ?? leaves)(tx, list, random))
}

type Event = (tx: Tx, list: RandomList, random: Random) => Promise<void>

const leaves: Event = async (tx, { posts }, { below, one }) => {
  const post = one(posts)
  post.to = post.from + below(60)
  await tx.post.update({ where: { id: `${post.unit}-k${posts.indexOf(post)}` }, data: { to: dayText(post.to) } })
}

const comes: Event = async (tx, { posts, people }, { below, one }) => {
  const made = { person: one(people).id, unit: one(posts).unit, position: 'responsible-person', from: below(lastDay), to: null }
  posts.push(made)
  const id = `${made.unit}-k${posts.length - 1}`
  const row = { id, personId: made.person, unitId: made.unit, position: made.position, from: dayText(made.from) }
  await tx.post.create({ data: { ...row, cardToken: id, createdAt: morning } })
}

const closes: Event = async (tx, { units }, { below, one }) => {
  const unit = one(units)
  unit.to = below(lastDay)
  await tx.unit.update({ where: { id: unit.id }, data: { to: dayText(unit.to) } })
}

const turnOutToBeOne: Event = async (tx, { people }) => {
  const [first, ...others] = people.filter(({ mergedInto }) => mergedInto === null)
  const other = others.at(-1)
  if (first === undefined || other === undefined) return
  other.mergedInto = first.id
  await tx.person.update({ where: { id: other.id }, data: { mergedIntoId: first.id } })
}

const changesSector: Event = async (tx, { units, members }, { below, one }) => {
  const unit = one(units)
  unit.sector = sectors[1]
  await tx.unit.update({ where: { id: unit.id }, data: { sector: unit.sector } })
  const member = members.find((line) => line.unit === unit.id && line.end === null)
  if (member === undefined) return
  member.end = { on: member.from + below(60), why: 'sector' }
  await tx.programmeMemberEnd.create({ data: { memberId: member.id, on: dayText(member.end.on), why: 'sector', reason: '转行业', ...by } })
}

const joins: Event = async (tx, list, { below, one }) => {
  const { units, members, posts, binds } = list
  const unit = units.find(({ id }) => members.every((line) => line.unit !== id || line.end !== null))
  if (unit === undefined) return
  const subject = binds === 'unit' ? unit.id : one(posts.filter((post) => post.unit === unit.id)).person
  const made = { id: `${list.id}-m${members.length + 20}`, unit: unit.id, subject, from: below(lastDay), end: null }
  members.push(made)
  await tx.programmeMember.create({ data: memberRow(list, made, 'joined') })
}

/** A make-up class is held and closed, or one that was closed is opened and closed anew: what it says now counts. */
const closesAnew: Event = async (tx, list, random) => {
  const { classes } = list
  const found = random.chance(0.5) ? random.one(classes) : null
  const held: RandomClass = found ?? { id: `${list.id}-c${classes.length + 20}`, closings: [], isOpenAgain: false }
  if (found === null) {
    classes.push(held)
    await tx.trainingClass.create({ data: { id: held.id, programmeId: list.id, createdAt: morning, createdBy: 'tests' } })
  }
  const nth = held.closings.length
  const sat = closingOf(list, 10 + random.below(90), random)
  held.closings.push(sat)
  const step = { classId: held.id, detail: '{}', ...by }
  if (nth > 0 && !held.isOpenAgain)
    await tx.classStep.create({ data: { ...step, id: `${held.id}-s${nth * 2 - 1}`, nth: nth * 2, kind: 'reopened' } })
  held.isOpenAgain = false
  await tx.classStep.create({ data: { ...step, id: `${held.id}-s${nth * 2}`, nth: nth * 2 + 1, kind: 'closed' } })
  await tx.classSitting.createMany({ data: sittingRows(list, held.id, nth, sat) })
}

const isExcused: Event = async (tx, list, random) => {
  if (list.members.length === 0) return
  const said = excuseOf(random.one(list.members).id, random)
  list.excuses.push(said)
  await tx.programmeStep.create({ data: excuseRow(list.id, said, list.excuses.length + 1) })
}

const events: readonly Event[] = [leaves, comes, closes, turnOutToBeOne, changesSector, joins, closesAnew, isExcused]
export const turnsOfLife = events.length
