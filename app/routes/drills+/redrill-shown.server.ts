import { answeredDrill, type DrillFacts, redrillsOf, sightOf } from '~/data/drills/drills.server'
import { familyIds } from '~/data/org/family.server'
import type { Step } from '~/domain/drills/drill-state'
import { isHidden } from '~/domain/drills/drill-state'
import { isLate, redrillAsked, redrillOwed } from '~/domain/drills/redrill'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { OwedRedrill, RedrillShown, RelatedDrill } from '~/ui/drills/redrill'
import { getLedDrill } from '~/usecases/drills/reached-drill.server'
import { drillLine } from './drill-line.server'

/** What is owed of a drill on a day, as pages say it. */
export function owedShown(steps: readonly Step[], answering: readonly DrillFacts[], { today }: Pick<Signed, 'today'>): OwedRedrill | null {
  const owed = redrillOwed(steps, answering)
  return owed && { by: owed.by, isLate: isLate(owed, today) }
}

/** A drill of this unit that somebody wants to practise again, for whoever manages the unit. */
export async function getRedrilled(ctx: Signed, unit: { id: string }, id: string): Promise<DrillFacts> {
  const { facts, manages } = await getLedDrill(ctx, id)
  if (!manages || facts.unitId !== unit.id || redrillAsked(facts.steps) === null) throw new NotFound()
  return facts
}

export async function relatedDrill({ locale }: Pick<Signed, 'locale'>, facts: DrillFacts): Promise<RelatedDrill> {
  const { id, title, on, state } = await drillLine(facts, locale)
  return { id, title, on, state }
}

/** How a drill and others of its unit answer each other, for a reader of it; one that is kept secret from him is not among them. */
export async function redrillShown(ctx: Signed, drill: DrillFacts): Promise<RedrillShown> {
  const [before, after] = [await answeredDrill(drill), await redrillsOf(drill)]
  const family = familyIds(ctx.actor.personId)
  const scopes = { see: actorScope(ctx, 'see'), manage: actorScope(ctx, 'manage') }
  const related = async (facts: DrillFacts): Promise<RelatedDrill[]> => {
    const { id, title, on, state, unannounced } = await drillLine(facts, ctx.locale)
    const { commands, marshals, manages } = sightOf(facts, family, scopes)
    return isHidden(unannounced, state, commands || marshals || manages) ? [] : [{ id, title, on, state }]
  }
  return {
    answers: (before && (await related(before))[0]) ?? null,
    answeredBy: (await Promise.all(after.map(related))).flat(),
    isAsked: redrillAsked(drill.steps) !== null,
    owed: owedShown(drill.steps, after, ctx),
  }
}
