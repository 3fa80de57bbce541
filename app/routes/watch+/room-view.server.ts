import { findWatchRule, watchRules } from '~/content/watch-rules.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import type { StoredRoom } from '~/data/watch/rooms.server'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { mondayOf } from '~/domain/watch/minutes'
import type { Locale } from '~/i18n/config'
import type { RoomView, RuleShown } from '~/ui/watch/shown'

export const unitNameOf = (unitId: string): string => unitDirectory().byId.get(unitId)?.name ?? ''

/** What the frame of a room's pages needs. */
export const roomView = (room: StoredRoom, today: Day): RoomView => ({
  id: room.id,
  name: room.name,
  unitId: room.unitId,
  unitName: unitNameOf(room.unitId),
  thisMonday: formatDay(mondayOf(today)),
  lastNight: formatDay(addDays(today, -1)),
  over: room.to !== null && room.to < today,
})

/** A rule of the content with its clauses; null where there is none of this id. */
export function ruleShown(id: string, locale: Locale): RuleShown | null {
  const rule = findWatchRule(id)
  if (rule === null) return null
  const sources = [rule.source, ...(rule.source.also ?? [])].map(({ of, mark, quote, page }) => ({
    of,
    mark,
    quote: quote ?? null,
    page: page ?? null,
  }))
  return { id, says: rule.says[locale], policy: rule.policy?.[locale] ?? null, from: formatDay(rule.from), sources }
}

/** The rules a room is under: who must be there (or the exception it uses), and how a shift runs. */
export const rulesShown = (needRule: string | null, locale: Locale): RuleShown[] =>
  [...(needRule === null ? [] : [needRule]), ...watchRules().shifts.map(({ id }) => id)].flatMap((id) => ruleShown(id, locale) ?? [])
