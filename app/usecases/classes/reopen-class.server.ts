import { recordAudit } from '~/data/accounts/audit.server'
import { recordClassStep } from '~/data/classes/classes.server'
import { transact } from '~/data/transact.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, classReached, classReachOf } from './reached-class.server'

/** Opens a closed class again so that it can be corrected, with a reason. What was closed counts until it is closed anew. */
export async function reopenClass(
  acting: ActingPerson,
  wish: { classId: string; reason: string },
): Promise<{ kind: 'reopened' } | Refused> {
  const { now: at, actor } = acting
  const reach = classReachOf(acting)
  return transact(async (tx) => {
    const { facts, programme, leads } = await classReached(tx, reach, wish.classId)
    if (!leads) throw new NotFound()
    if (classStateOf(facts.steps, beginsAt(facts.body), endsAt(facts.body), at.getTime()) !== 'closed')
      return refuse('classcall:refusal.notClosed')
    const by = actor.accountId
    await recordClassStep(tx, { id: newId(at), classId: facts.id, kind: 'reopened', at, by, detail: { reason: wish.reason } })
    await recordAudit(tx, {
      id: newId(at),
      at,
      actor: by,
      act: 'classcall.classReopened',
      target: { kind: 'class', id: facts.id },
      placeId: programme.place.id,
    })
    return { kind: 'reopened' }
  })
}
