import { recordAudit } from '~/data/accounts/audit.server'
import { recordClassRevision } from '~/data/classes/classes.server'
import { seatsInside } from '~/data/classes/seats.server'
import { transact } from '~/data/transact.server'
import { changeRefused } from '~/domain/classes/class-change'
import { type ClassForm, type ClassRows, classFrom, mostRooms } from '~/domain/classes/class-form'
import { isClassClosed } from '~/domain/classes/class-state'
import { takenBy } from '~/domain/classes/seating'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { organisersMeant } from './organisers-typed.server'
import { type ActingPerson, classReached, classReachOf, getLedClass } from './reached-class.server'

/** The leader changes a class that is neither closed nor called off; what it was before stays readable. Nobody loses a seat by it. */
export async function changeClass(
  acting: ActingPerson,
  wish: { classId: string; form: ClassForm; rows: ClassRows },
): Promise<{ kind: 'changed' } | Refused> {
  const { now, today, actor } = acting
  const { facts: seen, programme } = await getLedClass(acting, wish.classId)
  const organisers = seen.body.classrooms.map(({ organiser }) => organiser)
  const people = organisersMeant(programme.place, today, wish.rows, organisers)
  const roomIds = Array.from({ length: mostRooms }, () => newId(now))
  const ground = { parts: programme.body.parts, people, roomIds, before: seen.body, now: now.getTime() }
  const body = classFrom(wish.form, wish.rows, ground)
  if (isRefused(body)) return body
  const reach = classReachOf(acting)
  const ids = { revision: newId(now), audit: newId(now) }
  return transact(async (tx) => {
    const { facts, leads } = await classReached(tx, reach, wish.classId)
    if (!leads) throw new NotFound()
    if (isClassClosed(facts.steps)) return refuse('classroom:refusal.closed')
    if (facts.revision !== seen.revision) return refuse('classroom:refusal.changedMeanwhile')
    const refused = changeRefused(facts.body, body.value, takenBy(await seatsInside(tx, facts.id)))
    if (refused !== null) return refused
    await recordClassRevision(tx, { id: ids.revision, classId: facts.id, body: body.value, at: now, by: actor.accountId })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: actor.accountId,
      act: 'classroom.classChanged',
      target: { kind: 'class', id: facts.id },
      placeId: programme.place.id,
      detail: { revision: facts.revision + 1 },
    })
    return { kind: 'changed' as const }
  })
}
