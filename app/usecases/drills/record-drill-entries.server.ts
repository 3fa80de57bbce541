import { sightNow } from '~/data/drills/sight-now.server'
import { isClosedInside } from '~/data/rollcall/arrivals-drill.server'
import { recordList } from '~/data/rollcall/call-writers.server'
import { type CallFacts, callInside } from '~/data/rollcall/calls.server'
import type { Tx } from '~/data/transact.server'
import { transactTogether } from '~/data/transact-together.server'
import type { SentEntry } from '~/domain/rollcall/event'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type Taken, takeEntries } from '../rollcall/record-entries.server'
import { type ActingPerson, reachOf } from './reached-drill.server'

/**
 * What phones stamped and ticked at a drill. Commander, marshals and whoever manages the unit send; nobody else finds the drill. A drill
 * that is signed or called off takes nothing more.
 */
export async function recordDrillEntries(
  acting: ActingPerson,
  drillId: string,
  sentAt: number,
  entries: readonly SentEntry[],
): Promise<Taken | Refused> {
  const { now, actor } = acting
  const { family, scopes } = reachOf(acting)
  const sight = sightNow(drillId, family, scopes)
  if (sight === null || !(sight.commands || sight.marshals || sight.manages)) throw new NotFound()
  const listId = newId(now)
  return transactTogether(async (tx) => {
    if (await isClosedInside(tx, drillId)) return refuse('drills:refusal.closed')
    const drawn = await callInside(tx, 'drill', drillId)
    if (drawn === null) throw new NotFound()
    const sends = entries.some(({ by }) => family.includes(by))
    const call = sight.manages && sends ? await ledBy(tx, drawn, { listId, now, ...actor }, family) : drawn
    return takeEntries(tx, call, { accountId: actor.accountId, own: family, sentAt, entries }, now)
  })
}

type Manager = { listId: string; now: Date; personId: string; accountId: string }

/** Whoever came to manage the unit after the list was drawn leads like those before: with her first entry the list names her too. */
async function ledBy(tx: Tx, call: CallFacts, manager: Manager, family: readonly string[]): Promise<CallFacts> {
  const { commanders, marshals } = call.roles
  if (commanders.some((id) => family.includes(id))) return call
  const roles = { commanders: [...commanders, manager.personId], marshals }
  await recordList(tx, {
    id: manager.listId,
    callId: call.id,
    entries: call.expected,
    roles,
    at: manager.now,
    by: manager.accountId,
  })
  return { ...call, roles, listedAt: manager.now }
}
