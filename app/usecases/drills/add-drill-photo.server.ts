import { drillInside, sightOf } from '~/data/drills/drills.server'
import { familyIds } from '~/data/org/family.server'
import { recordEntries } from '~/data/rollcall/call-writers.server'
import { callInside } from '~/data/rollcall/calls.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { isClosed } from '~/domain/drills/drill-state'
import type { Entry } from '~/domain/rollcall/event'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { dropPhotograph, keepPhotograph } from '~/gateways/photographs.server'
import { newId } from '~/gateways/secrets.server'

type Actor = Acting & { actor: { personId: string } }
type Wish = { drillId: string; me: string; zone: string; bytes: Uint8Array }

/**
 * A photograph taken at the drill, where somebody wants one: drawn anew without place and time, sealed, and an entry of the timeline.
 * `me`: the id under which his entries stand. For commander, marshals and whoever manages the unit, while the drill is open.
 */
export async function addDrillPhoto({ now, today, actor }: Actor, wish: Wish): Promise<{ kind: 'added' } | Refused> {
  const family = familyIds(actor.personId)
  const scopes = { see: scopeFor(actor.grants, 'see', today), manage: scopeFor(actor.grants, 'manage', today) }
  const kept = await keepPhotograph(wish.bytes)
  if (isRefused(kept)) return kept
  const at = now.getTime()
  const said: Entry['said'] = { kind: 'photo', photo: kept.id, zone: wish.zone }
  const device = `photo-${actor.accountId.slice(0, 30)}`
  const entry: Entry = { id: newId(now), device, nth: 0, clock: at, offset: 0, heard: null, by: wish.me, said, at, received: at }
  const isAdded = await transact(async (tx) => {
    const facts = await drillInside(tx, wish.drillId)
    const call = await callInside(tx, 'drill', wish.drillId)
    if (facts === null || call === null) throw new NotFound()
    const { commands, marshals, manages } = sightOf(facts, family, scopes)
    if (!commands && !marshals && !manages) throw new NotFound()
    if (isClosed(facts.steps)) return false
    await recordEntries(tx, [{ callId: call.id, accountId: actor.accountId, entry, received: now }])
    return true
  }).catch(async (fault: unknown) => {
    await dropPhotograph(kept.id)
    throw fault
  })
  if (isAdded) return { kind: 'added' }
  await dropPhotograph(kept.id)
  return refuse('drills:refusal.closed')
}
