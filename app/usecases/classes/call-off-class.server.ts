import { recordAudit } from '~/data/accounts/audit.server'
import { recordClassStep } from '~/data/classes/classes.server'
import { transact } from '~/data/transact.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, classReached, classReachOf } from './reached-class.server'

/** The leader calls a class off, with a reason, before it is over. One that was held stays. */
export async function callOffClass(
  acting: ActingPerson,
  wish: { classId: string; reason: string },
): Promise<{ kind: 'called-off' } | Refused> {
  const { now, actor } = acting
  const reach = classReachOf(acting)
  const ids = { step: newId(now), audit: newId(now) }
  return transact(async (tx) => {
    const { facts, programme, leads } = await classReached(tx, reach, wish.classId)
    if (!leads) throw new NotFound()
    const state = classStateOf(facts.steps, beginsAt(facts.body), endsAt(facts.body), now.getTime())
    if (state === 'called-off') return refuse('classroom:refusal.calledOff')
    if (state !== 'ahead' && state !== 'running') return refuse('classroom:refusal.heldAlready')
    const step = { id: ids.step, classId: facts.id, kind: 'called-off' as const, at: now, by: actor.accountId }
    await recordClassStep(tx, { ...step, once: 'called-off', detail: { reason: wish.reason } })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: actor.accountId,
      act: 'classroom.classCalledOff',
      target: { kind: 'class', id: facts.id },
      placeId: programme.place.id,
    })
    return { kind: 'called-off' }
  })
}
