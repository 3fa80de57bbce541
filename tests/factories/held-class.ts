import { recordClass, recordClassRevision } from '~/data/classes/classes.server'
import { recordMembers, recordProgramme, recordProgrammeRevision } from '~/data/classes/programmes.server'
import { recordSeat } from '~/data/classes/seats.server'
import { transact } from '~/data/transact.server'
import type { ClassBody } from '~/domain/classes/class-body'
import type { ProgrammeBody } from '~/domain/classes/programme-body'
import { newId } from '~/gateways/secrets.server'
import { acting, type MadePerson, type MadeUnit, morning } from './unit-people'

/** Somebody doing something at an instant, as use cases of classes take it. */
export const asking = (who: MadePerson, at: Date) => ({
  ...acting(who.accountId, at),
  actor: { ...acting(who.accountId, at).actor, personId: who.personId },
})

/** The right to supervise all of a place. */
export const supervise = (who: MadePerson, placeId: string, sectors = '*'): Promise<unknown> =>
  transact((tx) =>
    tx.grant.create({
      data: {
        ...{ id: newId(morning), accountId: who.accountId, role: 'supervisor', placeId, sectors },
        ...{ from: '2020-01-01', grantedBy: 'system', createdAt: morning },
      },
    }),
  )

const parts = [
  { key: 'morning', name: '上午', kind: 'lesson' as const },
  { key: 'afternoon', name: '下午', kind: 'lesson' as const },
  { key: 'test', name: '随堂测试', kind: 'test' as const },
]

/** A year's party school of the county with these units on its list. */
export async function makeProgramme(by: MadePerson, units: readonly MadeUnit[], more: Partial<ProgrammeBody> = {}): Promise<string> {
  const id = newId(morning)
  const body: ProgrammeBody = {
    ...{ template: 'party-school', title: '2026年党校集中培训', year: 2026, binds: 'unit' },
    audience: { sectors: [], traits: [], positions: ['responsible-person'] },
    ...{ duty: 'party-school-2026', topic: 'party-school-2026', hours: 6, parts, deputies: true },
    ...more,
  }
  const why = { sector: 'commerce', traits: [], positions: [], words: '' }
  const made = { addedAt: morning, addedBy: by.accountId }
  await transact(async (tx) => {
    await recordProgramme(tx, { id, slug: `party-school-${id}`, placeId: 'county', createdAt: morning, createdBy: by.accountId })
    await recordProgrammeRevision(tx, { id: newId(morning), programmeId: id, body, at: morning, by: by.accountId })
    await recordMembers(
      tx,
      units.map((unit) => ({
        ...{ id: newId(morning), programmeId: id, subjectKind: 'unit' as const, subjectId: unit.id, unitId: unit.id },
        ...{ way: 'drawn' as const, from: '2026-01-01', why, ...made },
      })),
    )
  })
  return id
}

type Rooms = { main: MadePerson; branch: MadePerson }

/** A class of three parts on one day in two classrooms, each with its organiser. */
export async function makeClass(
  programmeId: string,
  by: MadePerson,
  rooms: Rooms,
  more: { on?: string; seats?: number } = {},
): Promise<string> {
  const id = newId(morning)
  const on = more.on ?? '2026-03-10'
  const times = [
    ['09:00', '11:30'],
    ['14:00', '16:30'],
    ['16:30', '17:30'],
  ]
  const room = (key: keyof Rooms, name: string) => ({
    ...{ id: key, name, place: '二楼', seats: more.seats ?? 20, stream: '' },
    organiser: { id: rooms[key].personId, name },
  })
  const body: ClassBody = {
    ...{ title: '第一期', late: 10, notice: '', classrooms: [room('main', '主课堂'), room('branch', '分课堂')] },
    parts: parts.map((part, nth) => ({ ...part, on, from: times[nth]?.[0] ?? '', to: times[nth]?.[1] ?? '' })),
  }
  await transact(async (tx) => {
    await recordClass(tx, { id, programmeId, makesUp: null, createdAt: morning, createdBy: by.accountId })
    await recordClassRevision(tx, { id: newId(morning), classId: id, body, at: morning, by: by.accountId })
  })
  return id
}

type SeatWish = { classroom?: keyof Rooms; asDeputy?: boolean }

/** A place in a classroom, claimed for a unit. */
export async function seat(classId: string, who: MadePerson, unit: MadeUnit, wish: SeatWish = {}): Promise<string> {
  const id = newId(morning)
  await transact((tx) =>
    recordSeat(tx, {
      ...{ id, classId, classroomId: wish.classroom ?? 'main', personId: who.personId, unitId: unit.id },
      ...{ asDeputy: wish.asDeputy ?? false, way: 'invited', at: morning, by: 'system' },
    }),
  )
  return id
}

/** An instant of a day in March 2026 in Shanghai. */
export const at = (time: string, on = '2026-03-10'): Date => new Date(`${on}T${time}:00+08:00`)
