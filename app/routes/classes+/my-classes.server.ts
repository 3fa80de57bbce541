import { type ClassFacts, classAnywhere } from '~/data/classes/classes.server'
import { type Invitation, invitationsFor, invitationsOfPeopleAt } from '~/data/classes/invitations.server'
import { programmeAnywhere } from '~/data/classes/programmes.server'
import { ownersOf, peopleHolding, unitsWithPost } from '~/data/classes/responsible.server'
import { type Seat, seatsHeldBy } from '~/data/classes/seats.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { familyIds } from '~/data/org/family.server'
import { replyOf } from '~/domain/classes/answers'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import type { Place } from '~/domain/classes/seating'
import { type Day, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { MyClass, MyClasses } from '~/ui/classes/my-classes'
import { type OpenToTaker, openToTaker } from '~/usecases/classes/open-to-taker.server'
import { seatedOf, seatKey } from './class-page.server'

const pageSize = 30

/** Invitations that the reader may answer: of himself, of units that he manages or answers for, and of people who work at units that he manages. */
async function ownInvitations(ctx: Signed): Promise<Invitation[]> {
  const managed = actorScope(ctx, 'manage').units
  const family = familyIds(ctx.actor.personId)
  const units = [...new Set([...managed, ...unitsWithPost(family, formatDay(ctx.today))])]
  const found = new Map([...invitationsFor(units, family), ...invitationsOfStaff(managed, ctx.today)].map((one) => [one.id, one]))
  const positions = new Map<string, readonly string[]>()
  const own: Invitation[] = []
  for (const one of found.values()) {
    const isMine = one.subjectKind === 'person' || managed.includes(one.unitId)
    if (isMine || (await answersFor(one))) own.push(one)
  }
  return own

  async function answersFor({ classId, unitId }: Invitation): Promise<boolean> {
    const asked = positions.get(classId) ?? (await positionsOf(classId))
    positions.set(classId, asked)
    return peopleHolding(unitId, asked, ctx.today).some(({ id }) => family.includes(id))
  }
}

/** Of people who stand on a list for these units and hold a post there today. */
function invitationsOfStaff(units: readonly string[], today: Day): Invitation[] {
  const asked = invitationsOfPeopleAt(units)
  const owner = ownersOf(asked.map(({ subjectId }) => subjectId))
  return [...groupedBy(asked, ({ unitId }) => unitId)].flatMap(([unitId, own]) => {
    const staff = new Set(peopleHolding(unitId, null, today).map(({ id }) => id))
    return own.filter(({ subjectId }) => staff.has(owner(subjectId)))
  })
}

async function positionsOf(classId: string): Promise<readonly string[]> {
  const facts = await classAnywhere(classId)
  const programme = facts && (await programmeAnywhere(facts.programmeId))
  return programme?.body.audience.positions ?? []
}

type Seen = { facts: ClassFacts; places: Map<string, Place> }

async function seen(classId: string): Promise<Seen> {
  const facts = await classAnywhere(classId)
  if (facts === null) throw new Error(`an invitation to no class: ${classId}`)
  const { seats, places } = seatedOf(facts)
  const own = seats
    .filter(({ way }) => way === 'invited')
    .flatMap((seat): [string, Place][] => {
      const place = places.get(seat.id)
      return place === undefined ? [] : [[seatKey(seat.person, seat.unit), place]]
    })
  return { facts, places: new Map(own) }
}

function lineOf(one: Invitation, { facts, places }: Seen, names: ReadonlyMap<string, string>, now: Date): MyClass {
  const place = places.get(seatKey(one.answer?.personId ?? '', one.unitId))
  const unit = names.get(one.unitId) ?? ''
  return {
    ...{ key: one.id, id: one.id, title: facts.body.title, parts: facts.body.parts },
    name: one.subjectKind === 'unit' ? unit : `${names.get(one.subjectId) ?? ''} · ${unit}`,
    state: classStateOf(facts.steps, beginsAt(facts.body), endsAt(facts.body), now.getTime()),
    reply: replyOf(one.answer, place?.kind === 'waiting'),
    who: names.get(one.answer?.personId ?? '') ?? '',
    room: facts.body.classrooms.find(({ id }) => id === one.answer?.classroomId)?.name ?? '',
    nth: place?.kind === 'waiting' ? place.nth : null,
  }
}

/** A seat that the reader has by somebody else's answer, as a deputy or let in at the door. */
function seatLine({ id, classroom, unit, person, asDeputy }: Seat, { facts, places }: Seen, names: ReadonlyMap<string, string>, now: Date) {
  const { body, steps } = facts
  const place = places.get(seatKey(person, unit))
  const room = body.classrooms.find((one) => one.id === classroom)
  const isWaiting = place?.kind === 'waiting'
  const line: MyClass = {
    ...{ key: id, id: null, title: body.title, parts: body.parts, name: names.get(unit) ?? '' },
    state: classStateOf(steps, beginsAt(body), endsAt(body), now.getTime()),
    reply: isWaiting ? 'waiting' : asDeputy ? 'deputy' : 'comes',
    who: names.get(person) ?? '',
    room: room === undefined ? '' : `${room.name} ${room.place}`,
    nth: isWaiting ? place.nth : null,
  }
  return { at: beginsAt(body), line }
}

/** What is open to the reader in classes where he has a seat, whoever was asked for it; seats given at the door too. */
async function openNow(ctx: Signed): Promise<OpenToTaker[]> {
  const ids = new Set(seatsHeldBy(familyIds(ctx.actor.personId)).map(({ classId }) => classId))
  const found = await Promise.all(
    [...ids].map(async (id) => {
      const facts = await classAnywhere(id)
      return facts === null ? null : openToTaker(ctx, facts)
    }),
  )
  return found.filter((one) => one !== null)
}

/** The invitations that the reader may answer: classes to come first, the nearest on top, then those that are over. */
export async function myClasses(ctx: Signed, wanted: number): Promise<MyClasses> {
  const invitations = await ownInvitations(ctx)
  const own = new Set(invitations.map(({ classId, unitId }) => `${classId} ${unitId}`))
  const seats = seatsHeldBy(familyIds(ctx.actor.personId)).filter(({ classId, unit }) => !own.has(`${classId} ${unit}`))
  const names = findSubjectNames([
    ...new Set(invitations.flatMap(({ subjectId, unitId, answer }) => [subjectId, unitId, answer?.personId ?? ''])),
    ...seats.flatMap(({ person, unit }) => [person, unit]),
  ])
  const classes = new Map<string, Seen>()
  for (const id of new Set([...invitations, ...seats].map(({ classId }) => classId))) classes.set(id, await seen(id))
  const inClass = <T extends { classId: string }, R>(one: T, told: (one: T, found: Seen) => R): R[] => {
    const found = classes.get(one.classId)
    return found === undefined ? [] : [told(one, found)]
  }
  const lines = [
    ...invitations.flatMap((one) =>
      inClass(one, (of, found) => ({ at: beginsAt(found.facts.body), line: lineOf(of, found, names, ctx.now) })),
    ),
    ...seats.flatMap((one) => inClass(one, (of, found) => seatLine(of, found, names, ctx.now))),
  ]
  const isAhead = ({ line: { state } }: (typeof lines)[number]): boolean => state === 'ahead' || state === 'running'
  const ahead = lines.filter(isAhead).sort((one, other) => one.at - other.at)
  const over = lines.filter((one) => !isAhead(one)).sort((one, other) => other.at - one.at)
  const all = [...ahead, ...over]
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const page = Math.min(wanted, pages)
  const shown = all.slice((page - 1) * pageSize, page * pageSize)
  const linesIn = (of: typeof lines): MyClass[] => shown.filter((one) => of.includes(one)).map(({ line }) => line)
  return { now: await openNow(ctx), ahead: linesIn(ahead), over: linesIn(over), page, pages, total: all.length }
}
