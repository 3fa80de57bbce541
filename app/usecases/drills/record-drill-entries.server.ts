import { sightNow } from '~/data/drills/sight-now.server'
import { isClosedInside } from '~/data/rollcall/arrivals-drill.server'
import { callInside } from '~/data/rollcall/calls.server'
import { transactTogether } from '~/data/transact-together.server'
import type { SentEntry } from '~/domain/rollcall/event'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { namedAtCall } from '../rollcall/named-at-call.server'
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
    const call = sight.manages && sends ? await namedAtCall(tx, drawn, 'commanders', { listId, now, ...actor, family }) : drawn
    return takeEntries(tx, call, { accountId: actor.accountId, own: family, sentAt, entries }, now)
  })
}
