import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import { type NewShift, recordShifts, shiftsOf } from '~/data/watch/shifts.server'
import type { Acting } from '~/domain/accounts/acting'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { dayAt, minuteOf, type Stretch, startOf } from '~/domain/watch/minutes'
import { movedOn, notThere, type PlannedShift, rotation } from '~/domain/watch/pattern'
import { type Busy, shiftProblem } from '~/domain/watch/roster-problems'
import { newId } from '~/gateways/secrets.server'
import { busyAround, checksFor, longestOn, type Room, type SeatChecks, seatFaults } from './seat-check.server'

/** added: shifts now on the roster. left: people left out of them, because the seat would have been refused. */
export type Filled = { kind: 'filled'; added: number; left: number }

const weekOf = (monday: Day): Stretch => ({ from: startOf(monday), to: startOf(addDays(monday, 7)) })
/** The last shift of a week may end on the Monday after. */
const withNight = ({ from, to }: Stretch): Stretch => ({ from: from - 1440, to: to + 1440 })

/** The shifts that began in the week before, seven days later. What is on the roster already stays as it is. */
export async function copyWeek(acting: Acting, asked: Room & { monday: Day }): Promise<Filled | Refused> {
  const before = weekOf(addDays(asked.monday, -7))
  return fillWeek(acting, asked, 'copied', async (roomId) => {
    const shifts = (await shiftsOf([roomId], before)).filter(({ from }) => from >= before.from)
    return shifts.length === 0 ? refuse('watch:refusal.nothingBefore') : movedOn(shifts, 7)
  })
}

/** Three shifts of eight hours with teams taking turns. */
export async function makePattern(
  acting: Acting,
  asked: Room & { monday: Day; teams: readonly (readonly string[])[]; begins: number },
): Promise<Filled | Refused> {
  return fillWeek(acting, asked, 'pattern', () =>
    Promise.resolve(rotation(asked.monday, asked.teams, asked.begins) ?? refuse('watch:refusal.teams', 'teams')),
  )
}

async function fillWeek(
  acting: Acting,
  asked: Room & { monday: Day },
  way: 'copied' | 'pattern',
  wanted: (roomId: string) => Promise<PlannedShift[] | Refused>,
): Promise<Filled | Refused> {
  const week = weekOf(asked.monday)
  const { room, checks } = await checksFor(acting, asked, withNight(week))
  const { now, actor } = acting
  const shifts = await wanted(room.id)
  if (!Array.isArray(shifts)) return shifts
  const people = shifts.flatMap(({ seats }) => seats.map(({ personId }) => personId))
  const auditId = newId(now)
  return transact(async (tx) => {
    const there = await shiftsOf([room.id], withNight(week), tx)
    const limits = { longest: longestOn(checks.rules, asked.monday), now: minuteOf(now) }
    const inRoom = (shift: Stretch) => room.to === null || dayAt(shift.to - 1) <= room.to
    const fresh = notThere(shifts, there).filter((shift) => inRoom(shift) && shiftProblem(shift, there, limits) === null)
    if (fresh.length === 0) return { kind: 'filled' as const, added: 0, left: 0 }
    const { made, left } = seated(fresh, await busyAround(tx, people, week), checks, { roomId: room.id, way, now })
    await recordShifts(tx, made, { at: now, by: actor.accountId })
    const target = { kind: 'controlRoom', id: room.id }
    const detail = { from: formatDay(asked.monday), count: made.length, left }
    const act = way === 'copied' ? 'watch.weekCopied' : 'watch.patternMade'
    await recordAudit(tx, { id: auditId, at: now, actor: actor.accountId, act, target, unitId: asked.unitId, detail })
    return { kind: 'filled' as const, added: made.length, left }
  })
}

/** The shifts with those who may be on them; each one placed is where the next are checked against. */
function seated(
  shifts: readonly PlannedShift[],
  known: ReadonlyMap<string, readonly Busy[]>,
  checks: SeatChecks,
  { roomId, way, now }: { roomId: string; way: 'copied' | 'pattern'; now: Date },
): { made: NewShift[]; left: number } {
  const busy = new Map([...known].map(([person, list]) => [person, [...list]]))
  let left = 0
  const made = shifts.map(({ from, to, seats }): NewShift => {
    const shift = { id: newId(now), roomId, from, to }
    const placed = seats.flatMap(({ personId, counts }) => {
      const mine = busy.get(personId) ?? []
      if (seatFaults({ shift, personId, counts }, mine, checks).length > 0) {
        left += 1
        return []
      }
      busy.set(personId, [...mine, { shiftId: shift.id, roomId, from, to }])
      return [{ id: newId(now), personId, counts }]
    })
    return { ...shift, way, seats: placed }
  })
  return { made, left }
}
