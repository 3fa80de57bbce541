import { gatherByThing, gatheredLine } from '~/content/gathered-lines.server'
import { drillsOfUnit } from '~/data/drills/drills.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { isHidden } from '~/domain/drills/drill-state'
import { isOverdue, openFindings } from '~/domain/drills/finding'
import { proposeDay } from '~/domain/drills/propose-day'
import { indexFacts } from '~/domain/duties/standing'
import { unitRequirementsOf } from '~/domain/duties/unit-requirement'
import { formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import type { Signed } from '~/http/serve.server'
import type { DrillLine, UnitDrills } from '~/ui/drills/unit-drills'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { drillLine } from './drill-line.server'
import { owedShown } from './redrill-shown.server'

/** What law asks of this unit in drills, with a day that would do. The unit must come from a scoped finder. */
export function askedOf(ctx: Pick<Signed, 'today' | 'locale'>, unit: ScopedUnit): UnitDrills['asked'] {
  const rules = rulesNow()
  const facts = factsOfUnits([unit.id], rules)
  const own = unitRequirementsOf(indexFacts(facts), unit.id, ctx.today).filter(({ duty }) =>
    duty.counts.some(({ kind }) => kind === 'drill'),
  )
  const sight = {
    locale: ctx.locale,
    unitNames: new Map([[unit.id, unit.name]]),
    evidence: new Map(facts.evidence.map((one) => [one.id, one])),
    afterwards: enteredAfterwards(facts.evidence),
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

export async function unitDrills(ctx: Signed, unit: ScopedUnit, isManaged: boolean): Promise<UnitDrills> {
  const drills = await drillsOfUnit(unit)
  const all = await Promise.all(drills.map((facts) => drillLine(facts, ctx.locale)))
  const lines = all.filter(({ unannounced, state }) => !isHidden(unannounced, state, isManaged))
  const answering = groupedBy(
    drills.filter(({ answers }) => answers !== null),
    ({ answers }) => answers ?? '',
  )
  const owed = drills.flatMap(({ id, steps }) => {
    const answers = answering.get(id) ?? []
    const [line, left] = [lines.find((one) => one.id === id), owedShown(steps, answers, ctx)]
    const isPlanned = lines.some((one) => one.state !== 'called-off' && answers.some((answer) => answer.id === one.id))
    return line && left ? [{ ...line, owed: left, isPlanned }] : []
  })
  const sorted = lines.sort((one, other) => other.on.localeCompare(one.on) || other.startsAt.localeCompare(one.startsAt))
  const isOpen = ({ state }: DrillLine): boolean => !['signed', 'called-off'].includes(state)
  return {
    unit: { id: unit.id, name: unit.name },
    isManaged,
    asked: askedOf(ctx, unit),
    open: sorted.filter(isOpen).reverse(),
    past: sorted.filter((one) => !isOpen(one)),
    owed: owed.sort((one, other) => (one.owed.by ?? '9').localeCompare(other.owed.by ?? '9')),
    findings: openFindings(drills).map(({ drill, finding: { id, what, owner, due, redrill, closed } }) => ({
      ...{ id, what, due, redrill },
      drill: drill.id,
      owner: owner.name,
      isOverdue: isOverdue({ closed, due }, ctx.today),
    })),
  }
}
