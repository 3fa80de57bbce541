import type { Tx } from '../../app/data/transact.server'
import { addDays, type Day, formatDay } from '../../app/domain/shared/day'
import { instantOf, type Minute, minuteOf, mondayOf } from '../../app/domain/watch/minutes'
import { type PlannedShift, rotation, teamsOf } from '../../app/domain/watch/pattern'
import type { Cast } from './cast'
import type { Plan, PlannedPerson } from './plan'

type Shift = PlannedShift & { id: string }
type Room = { id: string; unitId: string; operators: PlannedPerson[]; shifts: Shift[] }
const by = 'system'

/** The units of the two ready accounts that have to do with a control room: the hotel's manager and the operator. */
function unitsOf(plan: Plan, cast: Cast): string[] {
  const phones = ['13800000004', '13800000007']
  const people = [...cast.signIns.values()].filter(({ phone }) => phones.includes(phone)).map(({ personId }) => personId)
  return [...new Set(plan.people.filter(({ id }) => people.includes(id)).map(({ unitId }) => unitId))]
}

/** Those operators of a unit who passed their pre-job training and work there since before the roster begins. */
const operatorsOf = (plan: Plan, unitId: string, today: Day): PlannedPerson[] =>
  plan.people.filter(
    (person) =>
      person.unitId === unitId &&
      person.position === 'control-room-operator' &&
      person.passed !== null &&
      person.from < addDays(today, -14),
  )

const suffices = ['2', '3', '4'].map((level) => `fire-facility-operator-${level}`)

/** Those whose licence of level 4 or above was checked: a linkage room counts no other. */
async function certified(tx: Tx, operators: readonly PlannedPerson[]): Promise<PlannedPerson[]> {
  const good = await tx.evidenceEntry.findMany({
    where: { kind: 'licence', topic: { in: suffices }, subjectId: { in: operators.map(({ id }) => id) } },
    select: { subjectId: true },
  })
  const has = new Set(good.map(({ subjectId }) => subjectId))
  return operators.filter(({ id }) => has.has(id))
}

/** Last week, this week and the next in a rotation of two a shift; in two nights from now one of them is missing. */
function shiftsOf(id: string, operators: readonly PlannedPerson[], today: Day, hasHole: boolean): Shift[] {
  const teams = teamsOf(
    operators.map((person) => person.id),
    2,
  )
  const monday = mondayOf(today)
  const planned = [-7, 0, 7].flatMap((days) => rotation(addDays(monday, days), teams, 0) ?? [])
  const hole = minuteOf(new Date(`${formatDay(addDays(today, 1))}T16:00:00.000Z`))
  return planned.map((shift, nth) => ({
    ...shift,
    id: `${id}-shift-${nth}`,
    seats: hasHole && shift.from === hole ? shift.seats.slice(0, 1) : shift.seats,
  }))
}

async function loadRoom(tx: Tx, room: Room, name: string, today: Day, now: Date): Promise<void> {
  const since = formatDay(addDays(mondayOf(today), -7))
  const createdAt = new Date(now.getTime() - 20 * 86_400_000)
  await tx.controlRoom.create({
    data: { id: room.id, unitId: room.unitId, name, jurisdiction: 'national', from: since, createdAt, createdBy: by },
  })
  await tx.roomTrait.create({
    data: { id: `${room.id}-linkage`, roomId: room.id, trait: 'linkage', from: since, recordedAt: createdAt, recordedBy: by },
  })
  await tx.watchShift.createMany({
    data: room.shifts.map(({ id, from, to }) => ({
      id,
      roomId: room.id,
      from: instantOf(from),
      to: instantOf(to),
      way: 'pattern',
      createdAt,
      createdBy: by,
    })),
  })
  await tx.watchSeat.createMany({
    data: room.shifts.flatMap(({ id, seats }) =>
      seats.map((seat, nth) => ({
        id: `${id}-${nth}`,
        shiftId: id,
        personId: seat.personId,
        counts: seat.counts,
        addedAt: createdAt,
        addedBy: by,
      })),
    ),
  })
}

/** What was kept when somebody signed on. */
function snapshotOf(person: PlannedPerson | undefined, today: Day): string {
  const licence = {
    kind: 'fire-facility-operator',
    level: 4,
    direction: 'monitoring',
    number: (person?.phone ?? '').slice(-4),
    validTo: null,
    reviewDue: null,
    state: 'valid',
    checkedOn: formatDay(addDays(today, -30)),
  }
  const posts = person === undefined ? [] : [{ position: person.position, from: formatDay(person.from), to: null }]
  return JSON.stringify({ fit: true, job: 'control-room-linkage', why: null, gap: null, because: [], posts, licences: [licence] })
}

type Entry = { kind: string; at: Minute; detail: Record<string, string> }

/** A look at the equipment every two hours; once a night something rings. */
function entriesOf({ from, to }: Shift, until: Minute, isNight: boolean, before: string): Entry[] {
  const end = Math.min(to, until)
  const takeover = {
    kind: 'takeover',
    at: from - 5,
    detail: { gives: before, keys: '4把，都在钥匙箱', mode: 'automatic', faults: '', shielded: '' },
  }
  const checks = [110, 225, 340, 455].map((after) => ({ kind: 'check', at: from + after, detail: { mode: 'automatic', text: '' } }))
  const alarm = {
    kind: 'alarm',
    at: from + 151,
    detail: { where: '6层客房走道 2-0614', outcome: 'false', text: '住客淋浴水汽，现场确认无火，已复位' },
  }
  return [takeover, ...checks, ...(isNight ? [alarm] : [])].filter(({ at }) => at <= end)
}

async function loadLog(tx: Tx, room: Room, today: Day, now: Date): Promise<void> {
  const minute = minuteOf(now)
  const people = new Map(room.operators.map((person) => [person.id, person]))
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  for (const [nth, shift] of room.shifts.entries()) {
    const [first] = shift.seats
    if (first === undefined || shift.from < minute - 3 * 1440 || shift.from > minute - 20) continue
    const account = `account-${first.personId}`
    const before = room.shifts[nth - 1]?.seats.map(({ personId }) => nameOf(personId)).join('、') ?? ''
    const entries = entriesOf(shift, minute, nth % 3 === 0, before)
    const at = instantOf(shift.from - 5)
    await tx.watchHandover.create({
      data: { shiftId: shift.id, at, personId: first.personId, by: account, entryId: `${shift.id}-entry-0` },
    })
    await tx.watchEntry.createMany({
      data: entries.map((entry, order) => ({
        id: `${shift.id}-entry-${order}`,
        shiftId: shift.id,
        kind: entry.kind,
        happenedAt: instantOf(entry.at),
        detail: JSON.stringify(entry.detail),
        personId: first.personId,
        at: instantOf(entry.at + 1),
        by: account,
      })),
    })
    const signed = shift.seats.flatMap(({ personId }, place) => {
      const way = place === 0 ? 'own' : 'named'
      const on = {
        id: `${shift.id}-on-${place}`,
        shiftId: shift.id,
        personId,
        kind: 'on',
        way,
        at,
        by: account,
        snapshot: snapshotOf(people.get(personId), today),
      }
      const off = { ...on, id: `${shift.id}-off-${place}`, kind: 'off', at: instantOf(shift.to + 4) }
      return shift.to + 4 < minute ? [on, off] : [on]
    })
    await tx.watchSignature.createMany({ data: signed })
  }
}

/**
 * The control rooms of the hotel (with one night that is short) and of the ready operator's unit: three weeks of shifts, the log of the
 * last three days. Call it after licences are loaded.
 */
export async function loadWatch(tx: Tx, plan: Plan, cast: Cast, today: Day, now: Date): Promise<void> {
  for (const [nth, unitId] of unitsOf(plan, cast).entries()) {
    const operators = await certified(tx, operatorsOf(plan, unitId, today))
    const unit = plan.units.find(({ id }) => id === unitId)
    if (operators.length < 4 || unit === undefined) continue
    const id = `sample-room-${nth}`
    const room = { id, unitId, operators, shifts: shiftsOf(id, operators, today, unit.name.includes('大酒店')) }
    await loadRoom(tx, room, '一号消控室', today, now)
    await loadLog(tx, room, today, now)
  }
}
