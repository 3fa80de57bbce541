import { catalogue } from '~/content/catalogue.server'
import { watchRules } from '~/content/watch-rules.server'
import type { StoredRoom } from '~/data/watch/rooms.server'
import { shiftsOf } from '~/data/watch/shifts.server'
import { accountNames } from '~/data/watch/watchers.server'
import { formatDay, holdsDay } from '~/domain/shared/day'
import { shiftState } from '~/domain/watch/log'
import { minuteOf } from '~/domain/watch/minutes'
import { hasTrait, mayUse, roomTraits } from '~/domain/watch/rules'
import type { Signed } from '~/http/serve.server'
import type { RoomPage } from '~/ui/watch/room-view'
import type { RoomSide } from '~/usecases/watch/managed-room.server'
import { jobOf, unitSight } from '~/usecases/watch/watch-sight.server'
import { spanShown } from './moments.server'
import { comingOf, coverOf, namesIn } from './room-cover.server'
import { roomView, ruleShown, rulesShown } from './room-view.server'

/** A room today: whether it is covered, who is there, what is coming, and what it is. */
export async function roomPage(ctx: Signed, room: StoredRoom, side: RoomSide): Promise<RoomPage> {
  const { now, today, locale } = ctx
  const unit = await unitSight(room.unitId)
  const cover = await coverOf(unit, room, now, today)
  const minute = minuteOf(now)
  const current = await shiftsOf([room.id], { from: minute - 480, to: minute + 480 })
  const names = namesIn(unit)
  const held = room.exceptions.filter(({ to }) => to === null || to >= today)
  const recorders = await accountNames(held.map(({ recordedBy }) => recordedBy))
  return {
    room: roomView(room, today),
    side,
    today: formatDay(today),
    cover,
    ...(await comingOf(unit, room, now, today)),
    shifts: current.map(({ id, from, to, takenOverAt, seats }) => ({
      ...spanShown({ from, to }),
      id,
      state: shiftState({ from, to }, takenOverAt !== null, minute),
      names: seats.map(({ personId }) => names.get(personId) ?? ''),
    })),
    jurisdiction: catalogue().vocabulary.jurisdictions.get(room.jurisdiction)?.[locale] ?? room.jurisdiction,
    job: catalogue().jobs.byId.get(jobOf(room, today))?.plain[locale] ?? '',
    traits: roomTraits.map((trait) => {
      const open = room.traits.find((one) => one.trait === trait && holdsDay(one.from, one.to, today))
      return { trait, since: open === undefined ? null : formatDay(open.from), has: hasTrait(room, trait, today) }
    }),
    rules: rulesShown(cover.rule, locale),
    held: held.flatMap(({ id, exception, proof, since, to, recordedBy }) => {
      const rule = ruleShown(exception, locale)
      return rule === null ? [] : [{ id, rule, proof, since: formatDay(since), by: recorders.get(recordedBy) ?? '', isEnding: to !== null }]
    }),
    open: watchRules()
      .exceptions.filter((rule) => mayUse(rule, room, today) && !held.some(({ exception, to }) => exception === rule.id && to === null))
      .flatMap(({ id }) => ruleShown(id, locale) ?? []),
  }
}
