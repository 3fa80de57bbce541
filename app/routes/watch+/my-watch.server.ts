import { findPersonAccount } from '~/data/watch/account-people.server'
import { roomsOf } from '~/data/watch/rooms.server'
import { type StoredShift, shiftsOf, shiftsOfPerson } from '~/data/watch/shifts.server'
import { type StoredSwap, swapsOfPerson } from '~/data/watch/swaps.server'
import { accountNames, namesOf } from '~/data/watch/watchers.server'
import { addDays } from '~/domain/shared/day'
import { isFit } from '~/domain/watch/cover'
import { mayTakeOver, shiftState } from '~/domain/watch/log'
import { DAY_MINUTES, daysOf, minuteOf } from '~/domain/watch/minutes'
import type { Signed } from '~/http/serve.server'
import type { MyShift, MyWatch } from '~/ui/watch/my-watch-view'
import { stateOf } from '~/usecases/watch/swap-seats.server'
import { type RoomSight, roomSight, type UnitSight, unitSight } from '~/usecases/watch/watch-sight.server'
import { spanShown, whyWord } from './moments.server'
import { unitNameOf } from './room-view.server'
import { swapShown } from './week-page.server'

const daysAhead = 28
type Here = { unit: UnitSight; sight: RoomSight; shifts: StoredShift[] }

/** My shifts from now on, what I can do with each, and the swaps that wait for me. asking: the shift that I want to give away or exchange. */
export async function myWatch(ctx: Signed, asking: string | null): Promise<MyWatch> {
  const personId = await findPersonAccount(ctx.actor.accountId)
  const now = minuteOf(ctx.now)
  const window = { from: now - 60, to: now + daysAhead * DAY_MINUTES }
  const shifts = await shiftsOfPerson(personId, window)
  const here = new Map<string, Here>()
  for (const unitId of new Set(shifts.map((shift) => shift.unitId))) {
    const unit = await unitSight(unitId)
    for (const room of await roomsOf([unitId])) {
      const sight = roomSight(unit, room, addDays(ctx.today, -1), addDays(ctx.today, daysAhead + 1))
      here.set(room.id, { unit, sight, shifts: await shiftsOf([room.id], window) })
    }
  }
  const swaps = await swapsOfPerson(personId)
  const names = await namesOf(swaps.flatMap(({ seat, toPersonId }) => [seat.personId, toPersonId]))
  const accounts = await accountNames(swaps.flatMap(({ askedBy, answer }) => [askedBy, answer?.by ?? askedBy]))
  const shown = (swap: StoredSwap) => ({ ...swapShown(swap, names, accounts, ctx.now), roomName: swap.seat.roomName })
  const waiting = swaps.filter((swap) => stateOf(swap, ctx.now) === 'waiting')
  return {
    shifts: shifts.map((shift) => myShift(shift, personId, here.get(shift.roomId), now, shift.id === asking)),
    forMe: waiting.filter(({ toPersonId }) => toPersonId === personId).map(shown),
    byMe: waiting.filter(({ seat }) => seat.personId === personId).map(shown),
    past: swaps
      .filter((swap) => !waiting.includes(swap))
      .slice(0, 10)
      .map(shown),
  }
}

function myShift(shift: StoredShift, personId: string, here: Here | undefined, now: number, isAsking: boolean): MyShift {
  const seat = shift.seats.find((one) => one.personId === personId)
  const day = here === undefined ? undefined : daysOf(shift).find((one) => !isFit(here.sight.fitness, personId, one))
  const why = day === undefined ? null : (here?.sight.why(personId, day) ?? null)
  const names = new Map(here?.unit.watchers.map((watcher) => [watcher.personId, watcher.name]))
  const isOpen = shift.from > now
  return {
    ...spanShown(shift),
    id: shift.id,
    seatId: seat?.id ?? '',
    counts: seat?.counts ?? false,
    href: `/units/${shift.unitId}/rooms/${shift.roomId}/shifts/${shift.id}`,
    place: `${unitNameOf(shift.unitId)} · ${shift.roomName}`,
    state: shiftState(shift, shift.takenOverAt !== null, now),
    mayTakeOver: shift.takenOverAt === null && mayTakeOver(shift, now),
    isRunning: shift.from <= now && now < shift.to,
    isOpen,
    isAsking: isOpen && isAsking,
    colleagues: shift.seats.filter((one) => one.personId !== personId).map((one) => names.get(one.personId) ?? ''),
    word: why === null || seat?.counts === false ? null : whyWord(why),
    takers: isOpen && isAsking && here !== undefined ? takersOf(shift, here, names) : [],
    exchanges: isOpen && isAsking && here !== undefined ? exchangesOf(shift, personId, here, names, now) : [],
  }
}

const isThere = (shift: StoredShift, personId: string): boolean => shift.seats.some((seat) => seat.personId === personId)

/** Colleagues who may keep watch on every day of the shift and are not on it. */
const takersOf = (shift: StoredShift, { sight }: Here, names: ReadonlyMap<string, string>) =>
  [...names].flatMap(([personId, name]) =>
    !isThere(shift, personId) && daysOf(shift).every((day) => isFit(sight.fitness, personId, day))
      ? [{ value: personId, label: name }]
      : [],
  )

/** Later seats of colleagues in the same room that could be had for this one. */
const exchangesOf = (shift: StoredShift, mine: string, { shifts }: Here, names: ReadonlyMap<string, string>, now: number) =>
  shifts
    .filter((other) => other.from > now && other.id !== shift.id && !isThere(other, mine))
    .flatMap((other) =>
      other.seats
        .filter(({ personId }) => !isThere(shift, personId))
        .map(({ id, personId }) => ({ value: `${personId}/${id}`, name: names.get(personId) ?? '', span: spanShown(other) })),
    )
    .slice(0, 60)
