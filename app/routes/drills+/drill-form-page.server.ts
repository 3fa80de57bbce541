import type { DrillTemplate } from '~/content/drill-schema'
import { allDrillKinds, drillRules, getDrillTemplate, templatesFor } from '~/content/drills.server'
import { type DrillFacts, drillsOfUnit } from '~/data/drills/drills.server'
import { plansOfUnit } from '~/data/drills/plans.server'
import { rosterOf } from '~/data/drills/roster.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { type DrillBody, groupNames, type PlanBody } from '~/domain/drills/drill-body'
import { mostZones } from '~/domain/drills/drill-form'
import { type Proposed, proposePeople } from '~/domain/drills/propose-people'
import { type Roster, writtenNames } from '~/domain/drills/read-names'
import { redrillAsked } from '~/domain/drills/redrill'
import { formatDay, parseDay } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import type { DrillFormPage } from '~/ui/drills/drill-form'
import { labelledRoster } from '~/usecases/drills/unit-roster.server'
import { relatedDrill } from './redrill-shown.server'

type Asked = { template: string | null; scenario: string | null; on: string | null; kind: string | null }

/** The values of a form that says what is known already. */
export function valuesOf(body: DrillBody | (PlanBody & Partial<DrillBody>), roster: Roster): Record<string, string> {
  const zones = body.zones.flatMap(({ name, marshals }, nth) => [
    [`zone${nth}`, name],
    [`marshals${nth}`, writtenNames(marshals, roster)],
  ])
  const groups = groupNames.map((group) => [group, writtenNames(body.groups[group], roster)])
  const { title, kind, target, story, on, startsAt, place, notice } = body
  const plain = Object.entries({ title, kind, target, story, on, startsAt, place, notice }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return {
    ...Object.fromEntries([...zones, ...groups, ...plain]),
    commander: writtenNames([body.commander], roster),
    assembly: body.assembly.join('\n'),
    partners: body.partners,
    volunteers: body.volunteers,
    unannounced: body.unannounced === true ? 'yes' : '',
  }
}

/** What a unit without a plan begins with: zones of the template, and whoever has such a post. */
function beginning(template: DrillTemplate, proposed: Proposed, roster: Roster, ctx: Signed): Record<string, string> {
  const { commander, marshals } = proposed
  const groups = groupNames.map((group) => [group, writtenNames(proposed.groups[group], roster)])
  const zones = template.zones.flatMap(({ title }, nth) => [
    [`zone${nth}`, title[ctx.locale]],
    [`marshals${nth}`, writtenNames(marshals[nth] ?? [], roster)],
  ])
  return {
    ...Object.fromEntries([...zones, ...groups]),
    commander: commander === null ? '' : writtenNames([commander], roster),
    assembly: template.assembly.map((one) => one[ctx.locale]).join('\n'),
  }
}

const wantedIn = ({ groups }: DrillTemplate) => ({
  attack: groups.attack.positions,
  contact: groups.contact.positions,
  evacuation: groups.evacuation.positions,
  care: groups.care.positions,
})

const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_found, name: string) => values[name] ?? '')

/** The form of a new drill, filled in from the unit's plan, else from the template. The unit must come from a scoped finder. */
export async function newDrillPage(ctx: Signed, unit: ScopedUnit, asked: Asked): Promise<DrillFormPage> {
  const { locale, today } = ctx
  const roster = labelledRoster(unit, today)
  const [plan] = await plansOfUnit(unit)
  const drills = await drillsOfUnit(unit, 50)
  const chosen = asked.template === 'other' ? null : (asked.template ?? plan?.template ?? null)
  const template = chosen === null ? null : getDrillTemplate(chosen)
  const lastTargets = [...new Set(drills.map(({ body }) => body.target))].slice(0, 3)
  const done = new Set(drills.map(({ body }) => body.scenario))
  const scenarios = template?.scenarios ?? []
  const wished =
    scenarios.find(({ id }) => id === asked.scenario) ??
    scenarios.find(({ id, kind }) => !done.has(id) && (asked.kind === null || kind === asked.kind))
  const scenario = wished ?? scenarios[0] ?? null
  const on = parseDay(asked.on ?? '') === null ? '' : (asked.on ?? '')
  const proposed = plan || !template ? null : proposePeople(rosterOf(unit, today), wantedIn(template), template.zones.length)
  const known = plan ? valuesOf(plan.body, roster) : template && proposed ? beginning(template, proposed, roster, ctx) : {}
  const last = drills[0]?.body
  const values = {
    ...known,
    ...(scenario
      ? {
          title: scenario.title[locale],
          kind: scenario.kind,
          target: scenario.target[locale],
          story: scenario.story[locale],
          unannounced: scenario.unannounced ? 'yes' : '',
        }
      : {}),
    on,
    startsAt: last?.startsAt ?? '10:00',
    place: last?.place ?? unit.name,
  }
  const notice = filled(drillRules().notice[locale], {
    unit: unit.name,
    place: values.place,
    date: on === '' ? '____' : dayText(on, locale),
    time: values.startsAt,
  })
  return {
    ...formFacts(ctx, unit, template, roster),
    drill: null,
    answers: null,
    scenarios: scenarios.map(({ id, title, kind, target, unannounced }) => ({
      id,
      title: title[locale],
      kind,
      kindTitle: kindTitle(kind, locale),
      target: target[locale],
      unannounced,
      wasLast: done.has(id),
    })),
    scenario: scenario?.id ?? '',
    values: { ...values, ...(asked.kind !== null && wished === undefined ? { kind: asked.kind } : {}), notice },
    lastTargets,
    short: { doubled: proposed?.doubled ?? [], empty: proposed?.empty ?? [] },
  }
}

const kindTitle = (id: string, locale: Signed['locale']): string => allDrillKinds().find((kind) => kind.id === id)?.title[locale] ?? id

/** What the form says besides its values. */
export function formFacts(ctx: Signed, unit: ScopedUnit, template: DrillTemplate | null, roster: Roster) {
  const { locale } = ctx
  const traits = new Set(unit.traits)
  return {
    unit: { id: unit.id, name: unit.name },
    templates: templatesFor(unit).map(({ id, title, traits: own, sectors }) => ({
      id,
      title: title[locale],
      fits: own.some((trait) => traits.has(trait)) || sectors.includes(unit.sector),
    })),
    template: template && { id: template.id, title: template.title[locale] },
    kinds: allDrillKinds().map(({ id, title }) => ({ value: id, label: title[locale] })),
    people: roster.map(({ label }) => label),
    zoneRows: Math.min(mostZones, Math.max(8, (template?.zones.length ?? 0) + 3)),
    groups: groupNames.map((id) => ({ id, does: (template?.groups[id].does ?? []).map((one) => one[locale]) })),
    moving: (template?.moving ?? []).map(({ says }) => says[locale]),
    never: (template?.never ?? []).map((one) => one[locale]),
  }
}

/** The form of a drill that is there already. */
export function changeDrillPage(ctx: Signed, unit: ScopedUnit, drill: { id: string; body: DrillBody }): DrillFormPage {
  const on = parseDay(drill.body.on) ?? ctx.today
  const roster = labelledRoster(unit, on)
  const facts = formFacts(ctx, unit, getDrillTemplate(drill.body.template), roster)
  const zoneRows = Math.min(mostZones, Math.max(facts.zoneRows, drill.body.zones.length + 2))
  return {
    ...facts,
    zoneRows,
    drill: drill.id,
    answers: null,
    scenarios: [],
    scenario: drill.body.scenario,
    values: { ...valuesOf(drill.body, roster), on: formatDay(on) },
    lastTargets: [],
    short: { doubled: [], empty: [] },
  }
}

/** The form of a drill that practises another one again: what that one was, with the plan as it is now; the day is for the manager. */
export async function againPage(ctx: Signed, unit: ScopedUnit, drill: DrillFacts): Promise<DrillFormPage> {
  const [plan] = await plansOfUnit(unit)
  const owed = redrillAsked(drill.steps)?.by ?? ''
  const template = drill.body.template || (plan?.template ?? templatesFor(unit)[0]?.id ?? '')
  const body = { ...drill.body, ...plan?.body, template, on: formatDay(ctx.today) }
  const page = changeDrillPage(ctx, unit, { id: drill.id, body })
  const isAhead = owed >= formatDay(ctx.today)
  return {
    ...page,
    drill: null,
    answers: await relatedDrill(ctx, drill),
    values: { ...page.values, on: isAhead ? owed : '', startsAt: drill.body.startsAt, notice: '' },
  }
}
