import { allDrillKinds, templatesFor } from '~/content/drills.server'
import { type DrillFacts, drillsOfUnit } from '~/data/drills/drills.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { stateOf } from '~/domain/drills/drill-state'
import { guestsId } from '~/domain/drills/logged-roll'
import { reasonGiven, written } from '~/domain/drills/record-steps'
import { rollOf } from '~/domain/rollcall/presence'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import type { HeldPage } from '~/ui/drills/log'
import { planNow } from '~/usecases/drills/held-wish.server'
import { getLedDrill } from '~/usecases/drills/reached-drill.server'
import { labelledRoster } from '~/usecases/drills/unit-roster.server'
import { getRedrilled, relatedDrill } from './redrill-shown.server'

const manageable = async (ctx: Signed, unitId: string) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), unitId, ctx.today)
  if (unit === null) throw new NotFound()
  return unit
}

/** What every form of a held drill offers: kinds, people of the day, who may have commanded, where it was supposed to burn before. */
function offered(ctx: Signed, unit: { id: string; name: string }, on: Day, before: readonly DrillFacts[], zones: readonly string[]) {
  const roster = labelledRoster(unit, on)
  const me = { value: ctx.actor.personId, label: findSubjectNames([ctx.actor.personId]).get(ctx.actor.personId) ?? '' }
  const people = roster.map(({ id, label }) => ({ value: id, label }))
  return {
    unit: { id: unit.id, name: unit.name },
    from: formatDay(unitDirectory().byId.get(unit.id)?.from ?? ctx.today),
    today: formatDay(ctx.today),
    kinds: allDrillKinds().map(({ id, title }) => ({ value: id, label: title[ctx.locale] })),
    commanders: people.some(({ value }) => value === me.value) ? people : [me, ...people],
    targets: [...new Set([...before.map(({ body }) => body.target), ...zones])].slice(0, 12),
    roster,
  }
}

/**
 * A new one. `ticked`: of today, everybody at work was there, and what the last drill that was held and the plan say is filled in; one of
 * before is
 * filled in by whoever enters it.
 */
export async function newHeldPage(ctx: Signed, unitId: string, ticked: boolean, answers: string | null): Promise<HeldPage> {
  const unit = await manageable(ctx, unitId)
  const before = await drillsOfUnit(unit, 20)
  const plan = await planNow(unit)
  const again = answers === null ? null : await getRedrilled(ctx, unit, answers)
  const burning = templatesFor(unit)[0]?.scenarios.map(({ target }) => target[ctx.locale]) ?? []
  const { roster, ...page } = offered(ctx, unit, ctx.today, before, [...(plan?.zones.map(({ name }) => name) ?? []), ...burning])
  const last = before.find(({ way, steps }) => way !== 'planned' || steps.some(({ kind }) => kind === 'signed'))?.body
  const commander = [last?.commander.id, plan?.commander.id].find((id) => page.commanders.some(({ value }) => value === id))
  return {
    ...page,
    people: roster.map(({ id, label }) => ({ id, label, there: ticked })),
    values: {
      id: newId(ctx.now),
      kind: again?.body.kind ?? last?.kind ?? 'evacuation',
      on: ticked ? page.today : '',
      startsAt: ticked ? clockText(ctx.now) : '',
      place: last?.place ?? unit.name.slice(0, 80),
      target: again?.body.target ?? (ticked ? (last?.target ?? plan?.zones[0]?.name ?? '') : ''),
      commander: commander ?? ctx.actor.personId,
    },
    answers: again && (await relatedDrill(ctx, again)),
    correcting: null,
  }
}

/** One that was written down afterwards and is open again, as it stands. */
export async function correctionPage(ctx: Signed, unitId: string, drillId: string): Promise<HeldPage> {
  const unit = await manageable(ctx, unitId)
  const { facts } = await getLedDrill(ctx, drillId)
  const call = await findCall('drill', drillId)
  const isOpen = stateOf(facts.way, facts.steps, { begins: null, ends: null }) === 'open-again'
  if (facts.unitId !== unit.id || facts.way === 'planned' || call === null || !isOpen) throw new NotFound()
  const { roster, ...page } = offered(ctx, unit, parseDay(facts.body.on) ?? ctx.today, [facts], [])
  const roll = rollOf(call.expected, entriesAfter(call.id, 0).entries, call.roles, null)
  const { kind, on, startsAt, place, target, story, commander } = facts.body
  const known = page.commanders.some(({ value }) => value === commander.id)
  return {
    ...page,
    commanders: known ? page.commanders : [{ value: commander.id, label: commander.name }, ...page.commanders],
    people: roster.map(({ id, label }) => ({ id, label, there: roll.people.get(id)?.state === 'there' })),
    values: {
      ...{ id: drillId, kind, on, startsAt, place, target, story, commander: commander.id },
      names: roll.walkIns.map(({ name }) => name).join('、'),
      guests: String(roll.people.get(guestsId)?.counted ?? ''),
    },
    answers: null,
    correcting: { way: facts.way, reason: written(facts.steps, 'reopened', reasonGiven).at(-1)?.reason ?? '' },
  }
}

/** Whom a form has ticked. */
export const tickedIn = (form: FormData): string[] => [
  ...new Set([...form.keys()].filter((name) => name.startsWith('there-')).map((name) => name.slice(6))),
]
