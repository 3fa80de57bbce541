import { catalogue } from '~/content/catalogue.server'
import { getDrillKind } from '~/content/drills.server'
import { gatherByThing, gatheredLine } from '~/content/gathered-lines.server'
import { type DrillFacts, drillsOfUnit } from '~/data/drills/drills.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { findCall } from '~/data/rollcall/calls.server'
import { stampsOf } from '~/data/rollcall/entries.server'
import { isHidden, stateOf } from '~/domain/drills/drill-state'
import { isOverdue, openFindings } from '~/domain/drills/finding'
import { proposeDay } from '~/domain/drills/propose-day'
import { timelineOf } from '~/domain/drills/timeline'
import { indexFacts } from '~/domain/duties/standing'
import { unitRequirementsOf } from '~/domain/duties/unit-requirement'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import type { DrillLine, UnitDrills } from '~/ui/drills/unit-drills'

/** What law asks of this unit in drills, with a day that would do. The unit must come from a scoped finder. */
export function askedOf(ctx: Pick<Signed, 'today' | 'locale'>, unit: ScopedUnit): UnitDrills['asked'] {
  const rules = [...catalogue().duties.values()].map(({ rule }) => rule)
  const facts = factsOfUnits([unit.id], rules)
  const own = unitRequirementsOf(indexFacts(facts), unit.id, ctx.today).filter(({ duty }) =>
    duty.counts.some(({ kind }) => kind === 'drill'),
  )
  const sight = {
    locale: ctx.locale,
    unitNames: new Map([[unit.id, unit.name]]),
    evidence: new Map(facts.evidence.map((one) => [one.id, one])),
    startsOn: null,
  }
  return gatherByThing(own).map((gathered) => {
    const { standing, due } = gathered.lead.standing
    const isOwed = (standing === 'due' || standing === 'overdue') && due !== null
    const topics = gathered.lead.duty.counts.filter(({ kind }) => kind === 'drill').map(({ topic }) => topic)
    return {
      line: gatheredLine(gathered, sight),
      propose: isOwed ? formatDay(proposeDay(due, ctx.today)) : null,
      kind: topics[0] ?? 'evacuation',
    }
  })
}

export async function drillLine(facts: DrillFacts, locale: Signed['locale']): Promise<DrillLine> {
  const call = await findCall('drill', facts.id)
  const timeline = call === null ? { begins: null, ends: null } : timelineOf(stampsOf(call.id), call.roles)
  const { title, target, kind, unannounced } = facts.body
  const began = timeline.begins === null || facts.way !== 'planned' ? null : new Date(timeline.begins)
  const on = began === null ? facts.body.on : formatDay(civilDay(began))
  const startsAt = began === null ? facts.body.startsAt : clockText(began)
  const state = stateOf(facts.way, facts.steps, timeline)
  return { id: facts.id, title, target, on, startsAt, kind: getDrillKind(kind).title[locale], unannounced, state, way: facts.way }
}

export async function unitDrills(ctx: Signed, unit: ScopedUnit, isManaged: boolean): Promise<UnitDrills> {
  const drills = await drillsOfUnit(unit)
  const all = await Promise.all(drills.map((facts) => drillLine(facts, ctx.locale)))
  const lines = all.filter(({ unannounced, state }) => !isHidden(unannounced, state, isManaged))
  const sorted = lines.sort((one, other) => other.on.localeCompare(one.on) || other.startsAt.localeCompare(one.startsAt))
  const isOpen = ({ state }: DrillLine): boolean => !['signed', 'called-off'].includes(state)
  return {
    unit: { id: unit.id, name: unit.name },
    isManaged,
    asked: askedOf(ctx, unit),
    open: sorted.filter(isOpen).reverse(),
    past: sorted.filter((one) => !isOpen(one)),
    findings: openFindings(drills).map(({ drill, finding: { id, what, owner, due, redrill, closed } }) => ({
      ...{ id, what, due, redrill },
      drill: drill.id,
      owner: owner.name,
      isOverdue: isOverdue({ closed, due }, ctx.today),
    })),
  }
}
