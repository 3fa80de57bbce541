import { recordAudit } from '~/data/accounts/audit.server'
import { classInside } from '~/data/classes/classes.server'
import { type Invitation, invitationInside, recordAnswer } from '~/data/classes/invitations.server'
import { recordSeatEnd, type Seat, seatsHeldInside, seatsOf } from '~/data/classes/seats.server'
import { familyIds } from '~/data/org/family.server'
import type { Tx } from '~/data/transact.server'
import { transactTogether } from '~/data/transact-together.server'
import { type AnswerForm, answerFrom } from '~/domain/classes/answers'
import { beginsAt } from '~/domain/classes/class-body'
import { isClassClosed } from '~/domain/classes/class-state'
import { type Place, seatingOf } from '~/domain/classes/seating'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { judgeClaim, type NewClaim, recordClaim } from './claim-inside.server'
import type { ActingPerson } from './reached-class.server'
import { getInvitation } from './reached-invitation.server'

/** The seat that the last answer to an invitation claimed, unless it ended since. */
async function formerSeat(tx: Tx, { classId, unitId, answer }: Invitation): Promise<Seat | null> {
  if (answer === null || answer.personId === null) return null
  const held = await seatsHeldInside(tx, classId, [answer.personId])
  return held.find((seat) => seat.unit === unitId && seat.way === 'invited') ?? null
}

/**
 * Says who comes to which classroom, who comes as deputy, or why nobody can. The order in which answers are received decides about seats.
 * A change of mind gives the former seat up and begins at the end of the queue; the same answer again changes nothing about the seat. One
 * who comes for several units has one seat, that of the first of them. Once the class has begun nothing is answered any more. place: null
 * where nobody comes.
 */
export async function answerInvitation(
  acting: ActingPerson,
  wish: { invitationId: string; form: AnswerForm },
): Promise<{ kind: 'answered'; place: Place | null } | Refused> {
  const { now, actor } = acting
  const sight = await getInvitation(acting, wish.invitationId)
  const said = answerFrom(wish.form, { ...sight.people, classrooms: sight.facts.body.classrooms })
  if (isRefused(said)) return said
  const by = actor.accountId
  const { unitId } = sight.invitation
  const ids = { answer: newId(now), seat: newId(now), audit: newId(now) }
  const claim: NewClaim | null =
    said.kind === 'declined'
      ? null
      : {
          ...{ id: ids.seat, person: said.person, family: familyIds(said.person.id), unitId, asDeputy: said.kind === 'deputy' },
          ...{ classroom: said.classroom, way: 'invited', at: now, by },
        }
  const outcome = await transactTogether(
    async (tx): Promise<{ kind: 'answered'; seat: string | null; rooms: ReadonlyMap<string, number> } | Refused> => {
      const facts = await classInside(tx, sight.facts.id)
      const invitation = await invitationInside(tx, wish.invitationId)
      if (facts === null || invitation === null) throw new NotFound()
      if (isClassClosed(facts.steps)) return refuse('classroom:refusal.closed')
      if (beginsAt(facts.body) <= now.getTime()) return refuse('classroom:refusal.begun')
      if (invitation.hasLeft) return refuse('classroom:refusal.hasLeft')
      const former = await formerSeat(tx, invitation)
      const isSame =
        former !== null &&
        claim?.classroom === former.classroom &&
        claim.asDeputy === former.asDeputy &&
        claim.family.includes(former.person)
      const judged = claim === null || isSame ? null : await judgeClaim(tx, facts, claim, former)
      if (judged !== null && isRefused(judged)) return judged
      if (former !== null && !isSame) await recordSeatEnd(tx, { seatId: former.id, at: now, by, why: said.kind })
      if (claim !== null && judged !== null) await recordClaim(tx, { classId: facts.id, as: judged.as }, claim)
      const sitsAs = judged?.as ?? former?.person ?? null
      const [personId, classroomId] = said.kind === 'declined' ? [null, null] : [sitsAs, said.classroom]
      const answer = { id: ids.answer, invitationId: invitation.id, kind: said.kind, personId, classroomId, at: now, by }
      await recordAnswer(tx, { ...answer, why: said.kind === 'declined' ? said.why : '' })
      await recordAudit(tx, {
        id: ids.audit,
        at: now,
        actor: by,
        act: 'classroom.invitationAnswered',
        target: { kind: 'class', id: facts.id },
        unitId,
        detail: { answer: said.kind },
      })
      const rooms = new Map(facts.body.classrooms.map(({ id, seats }) => [id, seats]))
      return { kind: 'answered', seat: isSame ? former.id : (claim?.id ?? null), rooms }
    },
  )
  if (isRefused(outcome)) return outcome
  if (outcome.seat === null) return { kind: 'answered', place: null }
  return { kind: 'answered', place: seatingOf(seatsOf(sight.facts), outcome.rooms).get(outcome.seat) ?? null }
}
