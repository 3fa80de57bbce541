import { recordAudit } from '~/data/accounts/audit.server'
import { recordInvitations } from '~/data/classes/invitations.server'
import { transact } from '~/data/transact.server'
import { beginsAt } from '~/domain/classes/class-body'
import { isClassClosed } from '~/domain/classes/class-state'
import { listStateOf } from '~/domain/classes/programme-body'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { askedElsewhere, openMembers } from './missing-members.server'
import { type ActingPerson, classReached, classReachOf, getLedClass } from './reached-class.server'

/**
 * The leader asks to come: chosen lines of the frozen list, or (null) all of it, without those who are asked to come to another class
 * already; isOnce: nor of those chosen. Whoever is covered, excused or was asked before is passed over, and whoever has what the duty asks for.
 */
export async function inviteMembers(
  acting: ActingPerson,
  wish: { classId: string; members: readonly string[] | null; isOnce?: boolean },
): Promise<{ kind: 'invited'; count: number } | Refused> {
  const { now, today, actor } = acting
  const { facts: seen, programme } = await getLedClass(acting, wish.classId)
  if (listStateOf(programme.steps) !== 'frozen') return refuse('classroom:refusal.notFrozen')
  if (beginsAt(seen.body) <= now.getTime()) return refuse('classroom:refusal.begun')
  if (wish.members?.length === 0) return refuse('classroom:refusal.nobodyChosen')
  const elsewhere = wish.members === null || wish.isOnce === true ? await askedElsewhere(programme, seen.id, now) : new Set<string>()
  const chosen = wish.members === null ? null : new Set(wish.members)
  const members = openMembers(programme, today).open.filter(({ id }) => !elsewhere.has(id) && (chosen === null || chosen.has(id)))
  const reach = classReachOf(acting)
  const by = actor.accountId
  const auditId = newId(now)
  return transact(async (tx) => {
    const { facts, leads } = await classReached(tx, reach, wish.classId)
    if (!leads) throw new NotFound()
    if (isClassClosed(facts.steps)) return refuse('classroom:refusal.closed')
    const count = await recordInvitations(
      tx,
      members.map(({ id }) => ({ id: newId(now), classId: facts.id, memberId: id, at: now, by })),
    )
    if (count === 0) return refuse('classroom:refusal.nobodyLeft')
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: by,
      act: 'classroom.membersInvited',
      target: { kind: 'class', id: facts.id },
      placeId: programme.place.id,
      detail: { count },
    })
    return { kind: 'invited', count }
  })
}
