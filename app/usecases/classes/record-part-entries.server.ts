import { isClassClosedInside } from '~/data/classes/class-now.server'
import { callInside } from '~/data/rollcall/calls.server'
import { transactTogether } from '~/data/transact-together.server'
import type { SentEntry } from '~/domain/rollcall/event'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { namedAtCall } from '../rollcall/named-at-call.server'
import { type Taken, takeEntries } from '../rollcall/record-entries.server'
import { getHeldPart } from './held-part.server'
import type { ActingPerson } from './reached-class.server'

/**
 * What phones ticked at a part of a class. Whoever leads the class and its local organisers send; nobody else finds it. A class that is
 * closed or called off takes nothing more.
 */
export async function recordPartEntries(
  acting: ActingPerson,
  wish: { classId: string; key: string; sentAt: number; entries: readonly SentEntry[] },
): Promise<Taken | Refused> {
  const { now, actor } = acting
  const { subject, family, leads } = getHeldPart(acting, wish.classId, wish.key)
  const listId = newId(now)
  return transactTogether(async (tx) => {
    if (await isClassClosedInside(tx, wish.classId)) return refuse('classcall:refusal.closed')
    const drawn = await callInside(tx, 'class', subject)
    if (drawn === null) throw new NotFound()
    const sends = wish.entries.some(({ by }) => family.includes(by))
    const as = leads ? 'commanders' : 'marshals'
    const call = sends ? await namedAtCall(tx, drawn, as, { listId, now, ...actor, family }) : drawn
    return takeEntries(tx, call, { accountId: actor.accountId, own: family, sentAt: wish.sentAt, entries: wish.entries }, now)
  })
}
