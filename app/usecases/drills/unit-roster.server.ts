import { getDrillTemplate } from '~/content/drills.server'
import { positionName } from '~/content/duty-lines.server'
import { lastListOf } from '~/data/drills/last-list.server'
import { rosterOf } from '~/data/drills/roster.server'
import { peopleAtUnit } from '~/data/practicals/candidates.server'
import { drawExpected } from '~/domain/drills/draw-expected'
import { type DrillBody, marshalsOf, type PlanBody } from '~/domain/drills/drill-body'
import { labelled } from '~/domain/drills/read-names'
import type { Expected, Roles } from '~/domain/rollcall/expected'
import type { Day } from '~/domain/shared/day'

/** Records are kept in Chinese, whoever writes them. */
const positionsText = (positions: readonly string[]): string => positions.map((position) => positionName(position, 'zh')).join('、')

/** What each does at the unit, by person. */
export const positionsOf = (roster: readonly { id: string; positions: readonly string[] }[]): Map<string, string> =>
  new Map(roster.map(({ id, positions }) => [id, positionsText(positions)]))

/** People of a unit on a day as forms write and read them. The unit must come from a scoped finder. */
export const labelledRoster = (unit: { id: string }, on: Day) =>
  labelled(rosterOf(unit, on).map(({ id, name, positions }) => ({ id, name, more: `${positionsText(positions)} ${id.slice(-4)}` })))

/** Who is expected on a day, taking over what the unit's last list said of them. The unit must come from a scoped finder. */
export function expectedAt(unit: { id: string }, on: Day, body: DrillBody): Expected[] {
  const roster = rosterOf(unit, on).map(({ id, name, positions }) => ({ id, name, department: positionsText(positions) }))
  const others = getDrillTemplate(body.template).others.map(({ id, kind, title }) => ({ id, kind, name: title.zh }))
  return drawExpected(roster, others, body, lastListOf(unit))
}

/** Who commands and who calls the roll: whoever manages the unit may do what the commander does. */
export function rolesAt(unit: { id: string }, today: Day, body: PlanBody): Roles {
  const managers = peopleAtUnit(unit, today).filter(({ isManager }) => isManager)
  return { commanders: [...new Set([body.commander.id, ...managers.map(({ id }) => id)])], marshals: marshalsOf(body).map(({ id }) => id) }
}
