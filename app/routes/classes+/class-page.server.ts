import { classAnywhere } from '~/data/classes/classes.server'
import { type Invitation, invitationsOf } from '~/data/classes/invitations.server'
import { type Seat, seatsHeldBy, seatsOf } from '~/data/classes/seats.server'
import { testOfPart } from '~/data/classes/tests.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { replyOf } from '~/domain/classes/answers'
import { clashingClass, type HeldClass } from '~/domain/classes/clashes'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf, isClassClosed } from '~/domain/classes/class-state'
import { testStateOf, testWayOf } from '~/domain/classes/class-test'
import type { Member } from '~/domain/classes/members'
import { listStateOf } from '~/domain/classes/programme-body'
import { type Place, seatingOf, takenBy } from '~/domain/classes/seating'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { type ClassPage, type InvitedRow, shows } from '~/ui/classes/class-page'
import { askedElsewhere, openMembers } from '~/usecases/classes/missing-members.server'
import type { ClassSight } from '~/usecases/classes/reached-class.server'
import { runsTests } from '~/usecases/classes/reached-test.server'

const pageSize = 50

type Seated = { seats: Seat[]; places: Map<string, Place> }

/** Every claim of a class that holds something, and where it stands. */
export function seatedOf({ id, body }: ClassSight['facts']): Seated {
  const seats = seatsOf({ id })
  const places = seatingOf(seats, new Map(body.classrooms.map((room) => [room.id, room.seats])))
  return { seats: seats.filter(({ isEnded }) => !isEnded), places }
}

/** The seat by which an answer stands. */
export const seatKey = (person: string, unit: string): string => `${person} ${unit}`

/** By seat: the title of another class at the same time in which its holder has a seat. */
async function clashesOf({ facts }: ClassSight, seats: readonly Seat[]): Promise<Map<string, string>> {
  const others = seatsHeldBy(seats.map(({ person }) => person)).filter(({ classId }) => classId !== facts.id)
  const classes = new Map<string, HeldClass>()
  for (const id of new Set(others.map(({ classId }) => classId))) {
    const found = await classAnywhere(id)
    if (found !== null && !isClassClosed(found.steps)) classes.set(id, { id, title: found.body.title, parts: found.body.parts })
  }
  const found = seats.flatMap(({ id, person }): [string, string][] => {
    const held = others.filter((one) => one.person === person).flatMap(({ classId }) => classes.get(classId) ?? [])
    const clash = clashingClass(facts.body.parts, held)
    return clash === null ? [] : [[id, clash.title]]
  })
  return new Map(found)
}

type Lines = { invited: InvitedRow[]; uninvited: InvitedRow[]; elsewhere: number }
type Named = Pick<Member, 'subjectKind' | 'subjectId' | 'unitId'>

function nameOf(names: ReadonlyMap<string, string>, { subjectKind, subjectId, unitId }: Named): Pick<InvitedRow, 'name' | 'beneath'> {
  const unit = names.get(unitId) ?? ''
  return subjectKind === 'unit' ? { name: unit, beneath: '' } : { name: names.get(subjectId) ?? '', beneath: unit }
}

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare
const nothingSaid = { reply: 'none', who: '', asDeputy: false, room: '', nth: null, why: '', clash: '', hasLeft: false } as const

async function linesOf(sight: ClassSight, { seats, places }: Seated, missing: readonly Member[]): Promise<Omit<Lines, 'elsewhere'>> {
  const { facts, leads, rooms } = sight
  const invitations = invitationsOf(facts)
  const clashes = await clashesOf(sight, seats)
  const people = [...invitations, ...missing, ...seats.map(({ unit }) => ({ subjectId: unit, unitId: unit }))].flatMap(
    ({ subjectId, unitId }) => [subjectId, unitId],
  )
  const names = findSubjectNames([...new Set([...people, ...invitations.flatMap(({ answer }) => answer?.personId ?? [])])])
  const byKey = new Map(seats.filter(({ way }) => way === 'invited').map((seat) => [seatKey(seat.person, seat.unit), seat]))
  const roomNames = new Map(facts.body.classrooms.map(({ id, name }) => [id, name]))
  const lineOf = (one: Invitation): InvitedRow => {
    const seat = one.answer?.personId ? byKey.get(seatKey(one.answer.personId, one.unitId)) : undefined
    const place = seat && places.get(seat.id)
    return {
      ...{ member: one.memberId, invitation: one.id, ...nameOf(names, one) },
      reply: replyOf(one.answer, place?.kind === 'waiting'),
      who: names.get(one.answer?.personId ?? '') ?? '',
      asDeputy: one.answer?.kind === 'deputy',
      also: [...new Set(seats.filter(({ person, unit }) => person === seat?.person && unit !== one.unitId).map(({ unit }) => unit))].map(
        (unit) => names.get(unit) ?? '',
      ),
      room: roomNames.get(one.answer?.classroomId ?? '') ?? '',
      nth: place?.kind === 'waiting' ? place.nth : null,
      why: one.answer?.why ?? '',
      clash: (seat && clashes.get(seat.id)) ?? '',
      hasLeft: one.hasLeft,
    }
  }
  const own = leads ? invitations : invitations.filter(({ answer }) => rooms.includes(answer?.classroomId ?? ''))
  const asked = new Set(invitations.map(({ memberId }) => memberId))
  return {
    invited: own.map(lineOf).sort((one, other) => byName(one.name, other.name)),
    uninvited: missing
      .filter(({ id }) => !asked.has(id))
      .map((one) => ({ ...nothingSaid, also: [], member: one.id, invitation: null, ...nameOf(names, one) })),
  }
}

function filtered({ invited, uninvited }: Omit<Lines, 'elsewhere'>, request: Asked) {
  const query = readQuery(request)
  const show = query.oneOf('show', shows) ?? ''
  const [room, name] = [query.text('room') ?? '', query.text('name') ?? '']
  const all = show === 'uninvited' ? uninvited : invited
  const rows = all.filter(
    (one) =>
      (show === '' || show === 'uninvited' || (show === 'clash' ? one.clash !== '' : one.reply === show)) &&
      (room === '' || one.room === room) &&
      [one.name, one.beneath, one.who].some((text) => text.includes(name)),
  )
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const page = Math.min(query.page(), pages)
  const filter = { show, room, name, search: query.search.slice(1), isOn: `${show}${room}${name}` !== '' }
  return { filter, rows: rows.slice((page - 1) * pageSize, page * pageSize), page, pages, total: rows.length }
}

const partsOf = (sight: ClassSight, state: ClassPage['state']): Promise<ClassPage['parts']> =>
  Promise.all(
    sight.facts.body.parts.map(async (part) => {
      if (part.kind !== 'test' || state === 'called-off') return { ...part, test: null }
      const test = await testOfPart(sight.facts.id, part.key)
      return { ...part, test: testWayOf(test && testStateOf(test.steps), runsTests(sight), state === 'closed') }
    }),
  )

/** A class for its leader and the organisers of its classrooms: where it stands, how full its rooms are, and how everybody answered. */
export async function classPage(ctx: Signed, sight: ClassSight, request: Asked): Promise<ClassPage> {
  const { facts, programme, leads } = sight
  const { body } = facts
  const state = classStateOf(facts.steps, beginsAt(body), endsAt(body), ctx.now.getTime())
  const seated = seatedOf(facts)
  const claims = takenBy(seated.seats)
  const isFrozen = listStateOf(programme.steps) === 'frozen'
  const mayInvite = leads && isFrozen && state === 'ahead'
  const lines = await linesOf(sight, seated, mayInvite ? openMembers(programme, ctx.today).open : [])
  const elsewhere = mayInvite ? await askedElsewhere(programme, facts.id, ctx.now) : new Set<string>()
  const count = (of: (row: InvitedRow) => boolean): number => lines.invited.filter(of).length
  const before = facts.makesUp === null ? null : await classAnywhere(facts.makesUp)
  const off = facts.steps.find(({ kind }) => kind === 'called-off')
  return {
    ...{ id: facts.id, title: body.title, state, leads, late: body.late, notice: body.notice, isFrozen },
    programme: { id: programme.id, title: programme.body.title, place: programme.place.name },
    makesUp: before && { id: before.id, title: before.body.title },
    calledOff: off === undefined ? null : String(off.detail.reason ?? ''),
    parts: await partsOf(sight, state),
    hasFeedback: leads && state !== 'ahead' && state !== 'called-off',
    rooms: body.classrooms.map(({ organiser, ...room }) => {
      const taken = claims.get(room.id) ?? 0
      return { ...room, organiser: organiser.name, seated: Math.min(taken, room.seats), waiting: Math.max(0, taken - room.seats) }
    }),
    counts: {
      invited: lines.invited.length,
      none: count(({ reply }) => reply === 'none'),
      comes: count(({ reply }) => reply === 'comes'),
      deputy: count(({ reply }) => reply === 'deputy'),
      waiting: count(({ reply }) => reply === 'waiting'),
      declined: count(({ reply }) => reply === 'declined'),
      clashes: count(({ clash }) => clash !== ''),
    },
    uninvited: mayInvite
      ? { all: lines.uninvited.length, elsewhere: lines.uninvited.filter(({ member }) => elsewhere.has(member)).length }
      : null,
    ...filtered(lines, request),
  }
}
