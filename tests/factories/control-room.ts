import { recordEvidenceOf } from '~/data/duties/evidence.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { type Day, parseDay } from '~/domain/shared/day'
import { addRoom } from '~/usecases/watch/add-room.server'
import { supervise } from './poster-street'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from './unit-people'
import { emptyDatabase, setClock } from './world'

export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`no such day: ${text}`)
  return parsed
}

/** Ten in the morning of Tuesday 10 March 2026, in Shanghai. */
export const now = morning

export const at = (text: string): Date => new Date(`${text}+08:00`)

type Licence = { level?: number; validThrough?: string | null; on?: string }

/** Passed the training of his post, and holds a checked operator's licence of a level. */
export async function qualify(
  unit: { id: string },
  person: MadePerson,
  { level = 4, validThrough = null, on = '2024-01-02' }: Licence = {},
): Promise<void> {
  const piece = {
    subjectKind: 'person' as const,
    subjectId: person.personId,
    unitId: unit.id,
    passed: true,
    sourceKind: 'test',
    recordedBy: 'system',
    recordedAt: at(`${on}T09:00:00`),
  }
  await transact((tx) =>
    recordEvidenceOf(tx, unit.id, [
      {
        ...piece,
        id: `prejob-${person.personId}`,
        kind: 'course',
        topic: 'pre-job-control-room-operator',
        position: 'control-room-operator',
        on: day('2023-12-30'),
        validThrough: null,
        sourceId: `prejob-${person.personId}`,
      },
      {
        ...piece,
        id: `licence-${person.personId}-${on}`,
        kind: 'licence',
        topic: `fire-facility-operator-${level}`,
        position: null,
        on: day(on),
        validThrough: validThrough === null ? null : day(validThrough),
        sourceId: `licence-${person.personId}`,
      },
    ]),
  )
}

export const makeOperator = async (
  unit: MadeUnit,
  name: string,
  licence: Licence | null = {},
  wish: { to?: string } = {},
): Promise<MadePerson> => {
  const person = await makeEmployee(unit, name, { position: 'control-room-operator', ...wish })
  if (licence !== null) await qualify(unit, person, licence)
  return person
}

/** A hotel with a linkage control room, its manager, four operators who may keep watch and one of too low a level; next door another hotel. */
export async function makeControlRoom() {
  await emptyDatabase()
  setClock(now.toISOString())
  await makeStreet()
  const hotel = await makeUnit('临江大酒店', 'LJJD')
  const other = await makeUnit('隔壁酒店', 'GBJD')
  const manager = await makeEmployee(hotel, '管理人', { position: 'fire-manager' })
  const stranger = await makeEmployee(other, '别家的', { position: 'fire-manager' })
  await grant(manager.accountId, hotel)
  await grant(stranger.accountId, other)
  const street = await makeEmployee(other, '街道的')
  await supervise(street.accountId, { path: 'street' })
  const [zhao, qian, sun, li] = [
    await makeOperator(hotel, '赵一'),
    await makeOperator(hotel, '钱二'),
    await makeOperator(hotel, '孙三'),
    await makeOperator(hotel, '李四'),
  ]
  const zhou = await makeOperator(hotel, '周五', { level: 5 })
  const asManager = (instant: Date = now): Acting => acting(manager.accountId, instant)
  const made = await addRoom(asManager(), {
    unitId: hotel.id,
    name: '一号消控室',
    jurisdiction: 'national',
    from: '2025-01-01',
    traits: ['linkage'],
  })
  if (made.kind === 'refused') throw new Error(made.reason)
  const room = { unitId: hotel.id, roomId: made.roomId }
  return { hotel, other, room, manager, stranger, street, zhao, qian, sun, li, zhou, asManager }
}
