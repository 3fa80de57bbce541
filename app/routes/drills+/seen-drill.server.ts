import { type DrillSight, findSeenDrill } from '~/data/drills/drills.server'
import { sightNow } from '~/data/drills/sight-now.server'
import { familyIds } from '~/data/org/family.server'
import { type CallFacts, findCall } from '~/data/rollcall/calls.server'
import { stampsOf } from '~/data/rollcall/entries.server'
import { isHidden, stateOf } from '~/domain/drills/drill-state'
import { timelineOf } from '~/domain/drills/timeline'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'

export type SeenDrill = DrillSight & { call: CallFacts; family: string[] }

/** A drill with its roll call, for whoever has to do with it and may know of it; nobody else finds it. */
export async function seenDrill(ctx: Signed, id: string): Promise<SeenDrill> {
  const family = familyIds(ctx.actor.personId)
  const sight = await findSeenDrill(id, family, { see: actorScope(ctx, 'see'), manage: actorScope(ctx, 'manage') })
  const call = sight && (await findCall('drill', id))
  if (sight === null || call === null) throw new NotFound()
  const { facts, commands, marshals, manages } = sight
  const timeline = timelineOf(stampsOf(call.id), call.roles)
  if (isHidden(facts.body.unannounced, stateOf(facts.way, facts.steps, timeline), commands || marshals || manages)) throw new NotFound()
  return { ...sight, call, family }
}

/** The call alone, for whoever may stamp and tick: asked for by every phone all the time. */
export async function boardCall(ctx: Signed, id: string): Promise<CallFacts> {
  const family = familyIds(ctx.actor.personId)
  const sight = sightNow(id, family, { see: actorScope(ctx, 'see'), manage: actorScope(ctx, 'manage') })
  const call = sight && (await findCall('drill', id))
  if (sight === null || call === null) throw new NotFound()
  const { commanders, marshals } = call.roles
  const isNamed = [...commanders, ...marshals].some((one) => family.includes(one)) && (sight.commands || sight.marshals || sight.sees)
  if (!isNamed && !sight.manages) throw new NotFound()
  return call
}

/** The same for whoever may stamp and tick: commander, marshals, managers of the unit. `me`: the id under which his entries stand. */
export async function boardDrill(ctx: Signed, id: string): Promise<SeenDrill & { me: string; isCommander: boolean }> {
  const seen = await seenDrill(ctx, id)
  const { commanders, marshals } = seen.call.roles
  const me = [...commanders, ...marshals].find((one) => seen.family.includes(one)) ?? (seen.manages ? ctx.actor.personId : null)
  if (me === null) throw new NotFound()
  return { ...seen, me, isCommander: commanders.includes(me) || seen.manages }
}
