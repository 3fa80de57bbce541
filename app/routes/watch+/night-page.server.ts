import { positionName } from '~/content/duty-lines.server'
import { getLicenceKind } from '~/content/licences.server'
import { entriesOf, type StoredSignature, signaturesOf } from '~/data/watch/log.server'
import type { StoredRoom } from '~/data/watch/rooms.server'
import { type StoredShift, shiftsOf } from '~/data/watch/shifts.server'
import { accountNames, namesOf } from '~/data/watch/watchers.server'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { minutesOf, uncoveredHours } from '~/domain/watch/cover'
import { shiftState, silences } from '~/domain/watch/log'
import { DAY_MINUTES, dayAt, instantOf, minuteOf } from '~/domain/watch/minutes'
import { nightOf, presence } from '~/domain/watch/night'
import { shiftRuleOn } from '~/domain/watch/rules'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { NightPage, NightShift, NightWatcher } from '~/ui/watch/night'
import { licencesOn } from '~/usecases/watch/take-snapshot.server'
import { knownAt, type RoomSight, roomSight, type UnitSight } from '~/usecases/watch/watch-sight.server'
import { gapShown, spanShown, whyWord } from './moments.server'
import { roomView, rulesShown } from './room-view.server'
import { entriesShown } from './shift-page.server'

type Known = { unit: UnitSight; sight: RoomSight; names: ReadonlyMap<string, string>; locale: Locale }

/**
 * The record of a night: who was rostered, who took over, who was really there, with licences as they stood then, what was written, and
 * what was missing. Judged by what was known by its end, never by what is known today.
 */
export async function nightPage(ctx: Signed, room: StoredRoom, day: Day, today: UnitSight): Promise<NightPage> {
  const window = nightOf(day)
  const now = minuteOf(ctx.now)
  const end = Math.min(window.to, now)
  const unit = end < now ? knownAt(today, instantOf(end)) : today
  const sight = roomSight(unit, room, addDays(day, -1), addDays(day, 2))
  const shifts = await shiftsOf([room.id], window)
  const ids = shifts.map(({ id }) => id)
  const [entries, signatures] = [await entriesOf(ids), await signaturesOf(ids)]
  const people = [...shifts.flatMap(({ seats }) => seats), ...signatures].map(({ personId }) => personId)
  const known: Known = { unit, sight, names: await namesOf(people), locale: ctx.locale }
  const writers = await accountNames(entries.map(({ by }) => by))
  const past = { from: window.from, to: Math.max(window.from, end) }
  const planned = uncoveredHours(sight.needs, shifts, sight.fitness, window)
  const there = shifts.flatMap((shift) => presence(shift, signaturesIn(shift, signatures)))
  const actual = uncoveredHours(sight.needs, there, sight.fitness, past)
  const need = sight.needs.find(({ from, to }) => from <= day && day <= to)
  return {
    room: roomView(room, ctx.today),
    day: formatDay(day),
    previous: formatDay(addDays(day, -1)),
    next: day < ctx.today ? formatDay(addDays(day, 1)) : null,
    isOver: window.to <= now,
    asOf: instantOf(end).toISOString(),
    needed: need?.people ?? 0,
    rules: rulesShown(need?.rule ?? null, ctx.locale),
    plannedMinutes: minutesOf(planned),
    actualMinutes: minutesOf(actual),
    planned: planned.map((gap) => gapShown(gap, known.names, sight)),
    actual: actual.map((gap) => gapShown(gap, known.names, sight)),
    shifts: shifts.map((shift): NightShift => {
      const own = entries.filter(({ shiftId }) => shiftId === shift.id)
      const every = shiftRuleOn(unit.rules, dayAt(shift.from))?.logEvery ?? DAY_MINUTES
      return {
        ...spanShown(shift),
        id: shift.id,
        state: shiftState(shift, shift.takenOverAt !== null, now),
        takenOverAt: shift.takenOverAt?.toISOString() ?? null,
        watchers: watchersIn(
          shift,
          signatures.filter(({ shiftId }) => shiftId === shift.id),
          known,
        ),
        entries: entriesShown(own, writers),
        silences: shift.takenOverAt === null ? [] : silences(shift, own, every, now).map(spanShown),
      }
    }),
  }
}

const signaturesIn = ({ id }: StoredShift, signatures: readonly StoredSignature[]) =>
  signatures.filter(({ shiftId }) => shiftId === id).map(({ personId, kind, at }) => ({ personId, kind, at: minuteOf(at) }))

function watchersIn(shift: StoredShift, signatures: readonly StoredSignature[], known: Known): NightWatcher[] {
  const people = [...new Set([...shift.seats, ...signatures].map(({ personId }) => personId))]
  return people.map((personId) => {
    const seat = shift.seats.find((one) => one.personId === personId)
    const on = signatures.find((one) => one.personId === personId && one.kind === 'on')
    const off = signatures.find((one) => one.personId === personId && one.kind === 'off')
    return {
      personId,
      name: known.names.get(personId) ?? '',
      isPlanned: seat !== undefined,
      counts: seat?.counts ?? true,
      on: on === undefined ? null : { at: on.at.toISOString(), way: on.way },
      off: off?.at.toISOString() ?? null,
      ...standingOf(personId, shift, on, known),
    }
  })
}

/** As kept with the signature; without one, as the evidence known that night says. */
function standingOf(personId: string, shift: StoredShift, on: StoredSignature | undefined, { unit, sight, locale }: Known) {
  const day = dayAt(shift.from)
  const why = sight.why(personId, day)
  const own = unit.watchers
    .find((watcher) => watcher.personId === personId)
    ?.posts.find(({ from, to }) => from <= day && (to === null || to >= day))
  const licences = on?.snapshot.licences ?? licencesOn(unit, personId, day)
  const position = on?.snapshot.posts[0]?.position ?? own?.position ?? null
  return {
    isSnapshot: on !== undefined,
    word:
      on === undefined ? (why === null ? null : whyWord(why)) : on.snapshot.fit ? null : (on.snapshot.gap ?? on.snapshot.why ?? 'barred'),
    position: position === null ? null : positionName(position, locale),
    licences: licences.map(({ kind, ...licence }) => ({ ...licence, name: getLicenceKind(kind).short[locale] })),
  }
}
