import { type ClassFacts, classAnywhere } from '~/data/classes/classes.server'
import { type Invitation, invitationAnywhere } from '~/data/classes/invitations.server'
import { type ProgrammeFacts, programmeAnywhere } from '~/data/classes/programmes.server'
import { ownersOf, peopleHolding } from '~/data/classes/responsible.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { scopeFor } from '~/domain/accounts/scope'
import type { Choices } from '~/domain/classes/answers'
import { seesWholePlace } from '~/domain/org/place-scope'
import type { Day } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type ActingPerson, classReachOf } from './reached-class.server'

type People = Pick<Choices, 'responsible' | 'deputies'>
export type InvitationSight = { invitation: Invitation; facts: ClassFacts; programme: ProgrammeFacts; people: People; leads: boolean }

/** Who answers for an invitation on a day, and who may come as deputy instead. */
function peopleFor({ subjectKind, subjectId, unitId }: Invitation, { body }: ProgrammeFacts, on: Day): People {
  if (subjectKind === 'person') {
    const id = ownersOf([subjectId])(subjectId)
    return { responsible: [{ id, name: findSubjectNames([id]).get(id) ?? '' }], deputies: [] }
  }
  const responsible = peopleHolding(unitId, body.audience.positions, on)
  const others = body.deputies ? peopleHolding(unitId, null, on) : []
  return { responsible, deputies: others.filter(({ id }) => !responsible.some((one) => one.id === id)) }
}

/**
 * An invitation for whoever may answer it: the manager of the unit, whoever holds one of the programme's positions there today, the person
 * himself and his manager while he works there, or the leader of the class for somebody who rang up. Others do not find it.
 */
export async function getInvitation(acting: ActingPerson, id: string): Promise<InvitationSight> {
  const { today, actor } = acting
  const invitation = invitationAnywhere(id)
  const facts = invitation && (await classAnywhere(invitation.classId))
  const programme = facts && (await programmeAnywhere(facts.programmeId))
  if (invitation === null || facts === null || programme === null) throw new NotFound()
  const { family, scope } = classReachOf(acting)
  const people = peopleFor(invitation, programme, today)
  const leads = seesWholePlace(scope, programme.place.path)
  const isOwn = people.responsible.some((one) => family.includes(one.id))
  const { unitId, subjectKind } = invitation
  const worksThere = () => peopleHolding(unitId, null, today).some(({ id: one }) => people.responsible.some((own) => own.id === one))
  const manages = async () => (await findUnit(scopeFor(actor.grants, 'manage', today), unitId, today)) !== null
  if (!leads && !isOwn && !((subjectKind === 'unit' || worksThere()) && (await manages()))) throw new NotFound()
  return { invitation, facts, programme, people, leads }
}
