import { entriesOf, type StoredEntry, signaturesOf } from '~/data/watch/log.server'
import type { StoredRoom } from '~/data/watch/rooms.server'
import { findShift, type StoredShift, shiftsOf } from '~/data/watch/shifts.server'
import { accountNames, namesOf } from '~/data/watch/watchers.server'
import { NotFound } from '~/domain/shared/faults'
import { isFit } from '~/domain/watch/cover'
import { earlierVersions, mayTakeOver, mayWrite, nextCheck, shiftState, silences, standingEntries } from '~/domain/watch/log'
import { dayAt, daysOf, minuteOf, timeAt, writeTime } from '~/domain/watch/minutes'
import { shiftRuleOn } from '~/domain/watch/rules'
import { newId } from '~/gateways/secrets.server'
import type { Signed } from '~/http/serve.server'
import type { EntryShown, ShiftPage, WatcherShown } from '~/ui/watch/shift'
import type { RoomSide } from '~/usecases/watch/managed-room.server'
import { roomSight, unitSight } from '~/usecases/watch/watch-sight.server'
import { spanShown, whyWord } from './moments.server'
import { roomView } from './room-view.server'

/** Entries that hold, with what they said before they were corrected. */
export function entriesShown(entries: readonly StoredEntry[], writers: ReadonlyMap<string, string>): EntryShown[] {
  const shown = (entry: StoredEntry): Omit<EntryShown, 'earlier'> => ({
    id: entry.id,
    kind: entry.kind,
    time: writeTime(timeAt(entry.happenedAt)),
    detail: entry.detail,
    by: writers.get(entry.by) ?? '',
    writtenAt: entry.at.toISOString(),
  })
  return standingEntries(entries).map((entry) => ({ ...shown(entry), earlier: earlierVersions(entries, entry).map(shown) }))
}

/** One shift with its log, as its people and its readers see it. */
export async function shiftPage(ctx: Signed, room: StoredRoom, side: RoomSide, personId: string, shiftId: string): Promise<ShiftPage> {
  const shift = await findShift(room.id, shiftId)
  if (shift === null) throw new NotFound()
  const unit = await unitSight(room.unitId)
  const minute = minuteOf(ctx.now)
  const entries = await entriesOf([shift.id])
  const signatures = await signaturesOf([shift.id])
  const every = shiftRuleOn(unit.rules, dayAt(shift.from))?.logEvery ?? 120
  const isTaken = shift.takenOverAt !== null
  const mine = shift.seats.some((seat) => seat.personId === personId)
  const before = (await shiftsOf([room.id], { from: shift.from - 480, to: shift.from })).filter(({ id }) => id !== shift.id)
  const names = await namesOf([...shift.seats, ...signatures, ...before.flatMap(({ seats }) => seats)].map((one) => one.personId))
  const watchers = watchersShown(shift, signatures, names)
  const sight = roomSight(unit, room, dayAt(shift.from), dayAt(shift.to))
  const unfit = shift.seats.flatMap((seat) => {
    const day = daysOf(shift).find((one) => !isFit(sight.fitness, seat.personId, one))
    const why = day === undefined || !seat.counts ? null : sight.why(seat.personId, day)
    return why === null ? [] : [{ name: names.get(seat.personId) ?? '', word: whyWord(why) }]
  })
  const signed = (kind: 'on' | 'off') => signatures.some((one) => one.personId === personId && one.kind === kind)
  return {
    room: roomView(room, ctx.today),
    side,
    shift: { ...spanShown(shift), id: shift.id, state: shiftState(shift, isTaken, minute) },
    watchers,
    unfit,
    givers: before.flatMap(({ seats }) => seats.map((seat) => names.get(seat.personId) ?? '')).join('、'),
    others: shift.seats
      .filter((seat) => seat.personId !== personId)
      .map((seat) => ({ personId: seat.personId, name: names.get(seat.personId) ?? '' })),
    entries: entriesShown(entries, await accountNames(entries.map(({ by }) => by))),
    silences: isTaken ? silences(shift, entries, every, minute).map(spanShown) : [],
    nextCheck: isTaken && minute < shift.to ? writeTime(timeAt(Math.min(nextCheck(shift, entries, every), shift.to))) : null,
    isCheckLate: isTaken && minute < shift.to && nextCheck(shift, entries, every) < minute,
    may: {
      takeOver: mine && !isTaken && mayTakeOver(shift, minute),
      signOn: mine && isTaken && !signed('on') && mayTakeOver(shift, minute),
      write: mine && isTaken && mayWrite(shift, minute),
      signOff: mine && signed('on') && !signed('off') && mayWrite(shift, minute),
    },
    isMine: mine,
    now: writeTime(timeAt(minute)),
    entryId: newId(ctx.now),
  }
}

function watchersShown(
  shift: StoredShift,
  signatures: Awaited<ReturnType<typeof signaturesOf>>,
  names: ReadonlyMap<string, string>,
): WatcherShown[] {
  const people = [...new Set([...shift.seats, ...signatures].map(({ personId }) => personId))]
  return people.map((personId) => {
    const seat = shift.seats.find((one) => one.personId === personId)
    const of = (kind: 'on' | 'off') => signatures.find((one) => one.personId === personId && one.kind === kind)
    const on = of('on')
    return {
      personId,
      name: names.get(personId) ?? '',
      counts: seat?.counts ?? false,
      isPlanned: seat !== undefined,
      on: on === undefined ? null : { at: on.at.toISOString(), way: on.way },
      off: of('off')?.at.toISOString() ?? null,
    }
  })
}
