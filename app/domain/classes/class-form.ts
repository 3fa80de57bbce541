import { z } from 'zod'
import { civilDay } from '../shared/civil-day'
import { formatDay, parseDay } from '../shared/day'
import { inOneLine, withoutUnseen } from '../shared/plain-text'
import { isRefused, type Refused, refuse } from '../shared/refusal'
import { beginsAt, type ClassBody, type ClassPart, type Classroom, clash, instantOf } from './class-body'
import type { ProgrammePart } from './programme-body'
import { type Candidate, readOrganiser } from './read-organiser'

/** So many classrooms a form has rows for. */
export const mostRooms = 12
const mostParts = 12
/** Minutes of coming late that are forgiven where nobody says otherwise. */
export const usualLate = 15

const tooLong = 'classroom:refusal.tooLong'
const line = (most: number, missing: string) => z.string(missing).transform(inOneLine).pipe(z.string().min(1, missing).max(most, tooLong))
const optional = (most: number) => z.string().transform(inOneLine).pipe(z.string().max(most, tooLong)).default('')

export const classForm = z.object({
  title: line(80, 'classroom:refusal.noTitle'),
  late: optional(4),
  stream: optional(300),
  notice: z.string().transform(withoutUnseen).pipe(z.string().trim().max(1000, tooLong)).default(''),
})
export type ClassForm = z.output<typeof classForm>

const rowsOf = (most: number, fields: Record<string, number>): Record<string, ReturnType<typeof optional>> =>
  Object.fromEntries(
    Array.from({ length: most }, (_, nth) => Object.entries(fields).map(([name, length]) => [`${name}${nth}`, optional(length)])).flat(),
  )
/** Rows of a class as they are typed: parts in the order of the programme, classrooms from the main one on. */
export const classRows = z.object({
  ...rowsOf(mostParts, { on: 10, from: 5, to: 5 }),
  ...rowsOf(mostRooms, { roomid: 60, room: 60, place: 120, seats: 6, organiser: 120 }),
})
export type ClassRows = Record<string, string>

/** What a form is read against. roomIds: for classrooms that are new. before: the class as it is, where it is changed. now: milliseconds. */
export type ClassGround = {
  parts: readonly ProgrammePart[]
  people: readonly Candidate[]
  roomIds: readonly string[]
  before: ClassBody | null
  now: number
}

type Read<T> = { kind: 'read'; value: T } | Refused
const time = /^([01]\d|2[0-3]):[0-5]\d$/

/** A part without a day is not held in this class. Days lie no further ahead than the end of next year. */
function partsOf(rows: ClassRows, { parts, now }: ClassGround): Read<ClassPart[]> {
  const held: ClassPart[] = []
  const nextYear = Number(formatDay(civilDay(new Date(now))).slice(0, 4)) + 1
  for (const [nth, part] of parts.entries()) {
    const [on, from, to] = [rows[`on${nth}`] ?? '', rows[`from${nth}`] ?? '', rows[`to${nth}`] ?? '']
    if (on === '') continue
    if (parseDay(on) === null || Number(on.slice(0, 4)) > nextYear) return refuse('classroom:refusal.day', `on${nth}`, { part: part.name })
    if (!time.test(from) || !time.test(to)) return refuse('classroom:refusal.time', `from${nth}`, { part: part.name })
    if (to <= from) return refuse('classroom:refusal.partEnds', `to${nth}`, { part: part.name })
    const other = held.find((one) => clash(one, { on, from, to }))
    if (other !== undefined) return refuse('classroom:refusal.overlap', `from${nth}`, { part: part.name, other: other.name })
    held.push({ ...part, on, from, to })
  }
  return held.length === 0 ? refuse('classroom:refusal.noPart', 'on0') : { kind: 'read', value: held }
}

const sameParts = (one: readonly ClassPart[], other: readonly ClassPart[]): boolean =>
  one.length === other.length &&
  one.every((part, nth) => {
    const { key, on, from, to } = other[nth] ?? part
    return other[nth] !== undefined && part.key === key && part.on === on && part.from === from && part.to === to
  })

/** The times of a class that has begun stay; others lie ahead. */
function timesRefused(parts: readonly ClassPart[], { before, now }: ClassGround): Refused | null {
  if (before !== null && sameParts(parts, before.parts)) return null
  if (before !== null && beginsAt(before) <= now) return refuse('classroom:refusal.begunParts', 'on0')
  const early = parts.findIndex(({ on, from }) => instantOf(on, from) <= now)
  return early < 0 ? null : refuse('classroom:refusal.past', 'on0', { part: parts[early]?.name ?? '' })
}

const spelled = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

function roomOf(rows: ClassRows, nth: number, rooms: readonly Classroom[], ground: ClassGround): Read<Classroom> {
  const [name, place] = [rows[`room${nth}`] ?? '', rows[`place${nth}`] ?? '']
  if (name === '') return refuse('classroom:refusal.roomWithoutName', `room${nth}`)
  if (place === '') return refuse('classroom:refusal.roomWithoutPlace', `place${nth}`, { room: name })
  if (rooms.some((one) => spelled(one.name) === spelled(name))) return refuse('classroom:refusal.roomTwice', `room${nth}`, { room: name })
  const seats = /^\d{1,5}$/.test(rows[`seats${nth}`] ?? '') ? Number(rows[`seats${nth}`]) : 0
  if (seats < 1 || seats > 20_000) return refuse('classroom:refusal.seats', `seats${nth}`, { room: name })
  const organiser = readOrganiser(rows[`organiser${nth}`] ?? '', ground.people)
  if (organiser.kind !== 'read')
    return refuse(`classroom:refusal.organiser.${organiser.kind}`, `organiser${nth}`, { room: name, name: organiser.name })
  const other = rooms.find((one) => one.organiser.id === organiser.person.id)
  if (other !== undefined)
    return refuse('classroom:refusal.organiserTwice', `organiser${nth}`, { name: organiser.person.name, room: name, other: other.name })
  const known = ground.before?.classrooms.find(({ id }) => id === rows[`roomid${nth}`])?.id
  const isFree = known !== undefined && !rooms.some(({ id }) => id === known)
  const id = isFree ? known : (ground.roomIds[nth] ?? `room-${nth + 1}`)
  return { kind: 'read', value: { id, name, place, seats, organiser: organiser.person, stream: '' } }
}

function roomsOf(rows: ClassRows, stream: string, ground: ClassGround): Read<Classroom[]> {
  const rooms: Classroom[] = []
  for (let nth = 0; nth < mostRooms; nth += 1) {
    if (['room', 'place', 'organiser'].every((name) => (rows[`${name}${nth}`] ?? '') === '')) continue
    const room = roomOf(rows, nth, rooms, ground)
    if (isRefused(room)) return room
    rooms.push({ ...room.value, stream: rooms.length === 0 ? stream : '' })
  }
  return rooms.length === 0 ? refuse('classroom:refusal.noRoom', 'room0') : { kind: 'read', value: rooms }
}

/**
 * The class that a form says. Refuses times in the past, a part that ends before it begins, parts at the same time, no classroom or one
 * twice, no seats, an organiser whom nobody knows or who is needed in two classrooms at once, and a stream that is not https.
 */
export function classFrom(form: ClassForm, rows: ClassRows, ground: ClassGround): Read<ClassBody> {
  const late = form.late === '' ? usualLate : /^\d{1,3}$/.test(form.late) ? Number(form.late) : -1
  if (late < 0 || late > 120) return refuse('classroom:refusal.late', 'late')
  if (form.stream !== '' && !(form.stream.startsWith('https://') && URL.canParse(form.stream)))
    return refuse('classroom:refusal.stream', 'stream')
  const parts = partsOf(rows, ground)
  if (isRefused(parts)) return parts
  const early = timesRefused(parts.value, ground)
  if (early !== null) return early
  const classrooms = roomsOf(rows, form.stream, ground)
  if (isRefused(classrooms)) return classrooms
  return { kind: 'read', value: { title: form.title, parts: parts.value, classrooms: classrooms.value, late, notice: form.notice } }
}
