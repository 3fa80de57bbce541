import { getDrillKind, templatesFor } from '~/content/drills.server'
import { drillsOfUnit } from '~/data/drills/drills.server'
import { plansOfUnit } from '~/data/drills/plans.server'
import { rosterOf } from '~/data/drills/roster.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { findUnit, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { type Scope, scopeFor } from '~/domain/accounts/scope'
import type { DrillBody, Named } from '~/domain/drills/drill-body'
import { commanderIn, type HeldForm, heldBody, takingPart } from '~/domain/drills/logged'
import { type Attendance, listOf } from '~/domain/drills/logged-roll'
import type { Expected, Roles } from '~/domain/rollcall/expected'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import type { ActingPerson } from './reached-drill.server'
import { labelledRoster, positionsOf, rolesAt } from './unit-roster.server'

export type HeldWish = { unitId: string; form: HeldForm; there: readonly string[] }
export type Held = { kind: 'held'; unit: ScopedUnit; body: DrillBody; attendance: Attendance; expected: Expected[]; roles: Roles }

/** What a unit's plan is now: its last version, else what its last drill said; null where there is neither. */
export async function planNow(unit: { id: string }) {
  const [plan] = await plansOfUnit(unit)
  if (plan !== undefined) return { ...plan.body, template: plan.template }
  const [last] = await drillsOfUnit(unit, 1)
  return last === undefined ? null : last.body
}

/**
 * Reads what a manager says of a drill that was held at his unit. `isWhole`: everybody at work that day is on the list, and whoever is not
 * ticked was away; else the list is whoever took part. `commander`: who was written down before, whether he is here still or not.
 * `scope`: the units of which he may say it, where they are others than those he manages. Refuses days to come, days before the unit
 * began and names that are not clear.
 */
export async function readHeld(
  acting: ActingPerson,
  { unitId, form, there }: HeldWish,
  { isWhole, commander: before, scope }: { isWhole: boolean; commander: Named | null; scope?: Scope },
): Promise<Held | Refused> {
  const { today, actor, now } = acting
  const unit = await findUnit(scope ?? scopeFor(actor.grants, 'manage', today), unitId, today)
  const on = parseDay(form.on)
  if (unit === null || on === null) throw new NotFound()
  if (now < new Date(`${form.on}T${form.startsAt}:00+08:00`)) return refuse('drillrecord:refusal.future', on > today ? 'on' : 'startsAt')
  if (on < (unitDirectory().byId.get(unit.id)?.from ?? today)) return refuse('drillrecord:refusal.beforeUnit', 'on')
  const kind = getDrillKind(form.kind)
  const roster = labelledRoster(unit, on)
  const writer = { id: actor.personId, name: findSubjectNames([actor.personId]).get(actor.personId) ?? '' }
  const commander = before?.id === form.commander ? before : commanderIn(form.commander, roster, writer)
  if (commander === null) return refuse('drillrecord:refusal.noCommander', 'commander')
  const read = takingPart(form.names, roster)
  if (isRefused(read)) return read
  const here = new Set(roster.map(({ id }) => id))
  const strangers = there.filter((id) => !here.has(id))
  const [stranger] = strangers
  if (stranger !== undefined)
    return refuse('drillrecord:refusal.notInPost', 'names', { name: findSubjectNames(strangers).get(stranger) ?? '' })
  const ids = new Set([...there, ...read.people.map(({ id }) => id)])
  const named = (wanted: boolean) => roster.filter(({ id }) => ids.has(id) === wanted).map(({ id, name }) => ({ id, name }))
  const guests = form.guests === '' ? null : Number(form.guests)
  const attendance: Attendance = { there: named(true), away: isWhole ? named(false) : [], walkIns: read.others, guests }
  if (attendance.there.length === 0 && read.others.length === 0) return refuse('drillrecord:refusal.nobody', 'names')
  const plan = await planNow(unit)
  const template = plan?.template || (templatesFor(unit)[0]?.id ?? '')
  const body = { ...heldBody(form, kind.title.zh, commander, plan), template }
  const { commanders, marshals } = rolesAt(unit, today, body)
  return {
    kind: 'held',
    unit,
    body,
    attendance,
    expected: listOf(attendance, positionsOf(rosterOf(unit, on)), '来客等（只记人数）'),
    roles: { commanders: [...new Set([...commanders, actor.personId])], marshals },
  }
}
