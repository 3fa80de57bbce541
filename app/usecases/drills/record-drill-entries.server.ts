import { drillInside, sightOf } from '~/data/drills/drills.server'
import { familyIds } from '~/data/practicals/candidates.server'
import { callInside } from '~/data/rollcall/calls.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { isClosed } from '~/domain/drills/drill-state'
import type { SentEntry } from '~/domain/rollcall/event'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { type Taken, takeEntries } from '../rollcall/record-entries.server'

type Actor = Acting & { actor: { personId: string } }

/**
 * What phones stamped and ticked at a drill. Commander, marshals and whoever manages the unit send; nobody else finds the drill. A drill
 * that is signed or called off takes nothing more.
 */
export async function recordDrillEntries(
  acting: Actor,
  drillId: string,
  sentAt: number,
  entries: readonly SentEntry[],
): Promise<Taken | Refused> {
  const { now, today, actor } = acting
  const family = familyIds(actor.personId)
  const scopes = { see: scopeFor(actor.grants, 'see', today), manage: scopeFor(actor.grants, 'manage', today) }
  return transact(async (tx) => {
    const facts = await drillInside(tx, drillId)
    const call = await callInside(tx, 'drill', drillId)
    if (facts === null || call === null) throw new NotFound()
    const { commands, marshals, manages } = sightOf(facts, family, scopes)
    if (!commands && !marshals && !manages) throw new NotFound()
    if (isClosed(facts.steps)) return refuse('drills:refusal.closed')
    return takeEntries(tx, call, { accountId: actor.accountId, own: family, sentAt, entries }, now)
  })
}
