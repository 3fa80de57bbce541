import { classesOf } from '~/data/classes/classes.server'
import { invitationsOf } from '~/data/classes/invitations.server'
import { membersOf, type ProgrammeFacts } from '~/data/classes/programmes.server'
import { ownersOf, responsibleAt } from '~/data/classes/responsible.server'
import { sittingsOf } from '~/data/classes/sittings.server'
import { endsAt } from '~/domain/classes/class-body'
import { isClassClosed } from '~/domain/classes/class-state'
import { type CoverageRule, coverageOfPerson, coverageOfUnit } from '~/domain/classes/coverage'
import { excusesOn } from '~/domain/classes/list-line'
import { isListed, type Member } from '~/domain/classes/members'
import type { Day } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { answeredAlready, type Held } from './answered-already.server'

/** Everybody on a programme's list who is neither covered nor excused on a day. The programme must come from a scoped finder. */
export function missingMembers(programme: ProgrammeFacts, on: Day): Member[] {
  const excused = excusesOn(programme.steps, on)
  const members = membersOf(programme).filter((one) => isListed(one, on) && !excused.has(one.id))
  const units = members.filter(({ subjectKind }) => subjectKind === 'unit').map(({ unitId }) => unitId)
  const posts = responsibleAt(units, programme.body.audience.positions)
  const sittings = sittingsOf(programme)
  const people = members.filter(({ subjectKind }) => subjectKind === 'person').map(({ subjectId }) => subjectId)
  const owner = ownersOf([...sittings, ...posts].map(({ person }) => person).concat(people))
  const sat = sittings.map((one) => ({ ...one, person: owner(one.person) }))
  const [byUnit, byPerson] = [groupedBy(sat, ({ unit }) => unit), groupedBy(sat, ({ person }) => person)]
  const held = groupedBy(
    posts.map((one) => ({ ...one, person: owner(one.person) })),
    ({ unit }) => unit,
  )
  const rule: CoverageRule = { parts: programme.body.parts.map(({ key }) => key), deputies: programme.body.deputies }
  return members.filter(({ subjectKind, subjectId, unitId }) => {
    const verdict =
      subjectKind === 'unit'
        ? coverageOfUnit(rule, byUnit.get(unitId) ?? [], held.get(unitId) ?? [], on)
        : coverageOfPerson(rule, byPerson.get(owner(subjectId)) ?? [], on)
    return verdict.kind === 'missing'
  })
}

/** Who is to be asked, and who is not although he did not come, because he has what the duty asks for: what that is, by line. */
export type OpenMembers = { open: Member[]; have: ReadonlyMap<string, Held> }

export function openMembers(programme: ProgrammeFacts, on: Day): OpenMembers {
  const missing = missingMembers(programme, on)
  const have = answeredAlready(programme, missing, on)
  return { open: missing.filter(({ id }) => !have.has(id)), have }
}

/** Lines that are asked to come to another class of the programme which is still to be held, and have not declined. */
export async function askedElsewhere(programme: ProgrammeFacts, classId: string | null, now: Date): Promise<Set<string>> {
  const others = (await classesOf(programme)).filter(
    ({ id, body, steps }) => id !== classId && !isClassClosed(steps) && endsAt(body) > now.getTime(),
  )
  return new Set(
    others.flatMap((one) => invitationsOf(one).flatMap(({ memberId, answer }) => (answer?.kind === 'declined' ? [] : [memberId]))),
  )
}
