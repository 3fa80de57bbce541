import { recordAudit } from '~/data/accounts/audit.server'
import { classesOf, recordClass, recordClassRevision } from '~/data/classes/classes.server'
import { recordInvitations } from '~/data/classes/invitations.server'
import { transact } from '~/data/transact.server'
import { type ClassForm, type ClassRows, classFrom, mostRooms } from '~/domain/classes/class-form'
import { listStateOf } from '~/domain/classes/programme-body'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { askedElsewhere, openMembers } from './missing-members.server'
import { organisersMeant } from './organisers-typed.server'
import { type ActingPerson, classReachOf, getProgramme, programmeReached } from './reached-class.server'

type Wish = { programmeId: string; form: ClassForm; rows: ClassRows; makesUp: string | null }

/**
 * The supervisor of the place plans a class of a programme. A make-up class asks everybody at once who is neither covered nor excused, has
 * not what the duty asks for, and is not asked to come to another class that is still to be held.
 */
export async function planClass(acting: ActingPerson, wish: Wish): Promise<{ kind: 'planned'; id: string; invited: number } | Refused> {
  const { now, today, actor } = acting
  const programme = await getProgramme(acting, wish.programmeId)
  const missed = wish.makesUp === null ? null : ((await classesOf(programme)).find(({ id }) => id === wish.makesUp) ?? null)
  if (wish.makesUp !== null && missed === null) throw new NotFound()
  const people = organisersMeant(programme.place, today, wish.rows, [])
  const roomIds = Array.from({ length: mostRooms }, () => newId(now))
  const ground = { parts: programme.body.parts, people, roomIds, before: null, now: now.getTime() }
  const body = classFrom(wish.form, wish.rows, ground)
  if (isRefused(body)) return body
  const isFrozen = listStateOf(programme.steps) === 'frozen'
  const asked = missed !== null && isFrozen ? await askedElsewhere(programme, null, now) : new Set<string>()
  const members = missed !== null && isFrozen ? openMembers(programme, today).open.filter(({ id }) => !asked.has(id)) : []
  const { scope } = classReachOf(acting)
  const ids = { made: newId(now), revision: newId(now), audit: newId(now) }
  const by = actor.accountId
  return transact(async (tx) => {
    const { place } = await programmeReached(tx, scope, programme.id)
    await recordClass(tx, { id: ids.made, programmeId: programme.id, makesUp: missed?.id ?? null, createdAt: now, createdBy: by })
    await recordClassRevision(tx, { id: ids.revision, classId: ids.made, body: body.value, at: now, by })
    const invited = await recordInvitations(
      tx,
      members.map((member) => ({ id: newId(now), classId: ids.made, memberId: member.id, at: now, by })),
    )
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: by,
      act: 'classroom.classPlanned',
      target: { kind: 'class', id: ids.made },
      placeId: place.id,
      detail: { programme: programme.slug, classrooms: body.value.classrooms.length, makesUp: missed?.id ?? null, invited },
    })
    return { kind: 'planned', id: ids.made, invited }
  })
}
