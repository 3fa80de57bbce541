import { allProgrammeTemplates } from '~/content/programmes.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { replyOf } from '~/domain/classes/answers'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import { takenBy } from '~/domain/classes/seating'
import type { Signed } from '~/http/serve.server'
import type { InvitationPage } from '~/ui/classes/invitation'
import { openToTaker } from '~/usecases/classes/open-to-taker.server'
import type { InvitationSight } from '~/usecases/classes/reached-invitation.server'
import { seatedOf, seatKey } from './class-page.server'

/** What the template of a programme says to those who come, in the reader's language. */
export const letterOf = (template: string, locale: Signed['locale']): string[] =>
  (allProgrammeTemplates().find(({ id }) => id === template)?.letter ?? []).map((line) => line[locale])

/** An invitation for whoever may answer it: when and where, how full the rooms are, what was answered last. */
export async function invitationPage(ctx: Signed, { invitation, facts, programme, people }: InvitationSight): Promise<InvitationPage> {
  const { body } = facts
  const { answer, subjectKind, subjectId, unitId } = invitation
  const { seats, places } = seatedOf(facts)
  const seat = seats.find(({ way, person, unit }) => way === 'invited' && seatKey(person, unit) === seatKey(answer?.personId ?? '', unitId))
  const place = seat && places.get(seat.id)
  const taken = takenBy(seats)
  const names = findSubjectNames([subjectId, unitId, answer?.personId ?? ''])
  const state = classStateOf(facts.steps, beginsAt(body), endsAt(body), ctx.now.getTime())
  const unit = names.get(unitId) ?? ''
  const off = facts.steps.find(({ kind }) => kind === 'called-off')
  const named = answer?.personId ?? ''
  return {
    ...{ id: invitation.id, title: body.title, programme: programme.body.title, place: programme.place.name, state, parts: body.parts },
    name: subjectKind === 'unit' ? unit : `${names.get(subjectId) ?? ''} · ${unit}`,
    isPerson: subjectKind === 'person',
    rooms: body.classrooms.map(({ id, name, place: where, seats: all }) => {
      const claims = taken.get(id) ?? 0
      return { id, name, place: where, free: Math.max(0, all - claims), waiting: Math.max(0, claims - all) }
    }),
    stream: body.classrooms[0]?.stream ?? '',
    now: [await openToTaker(ctx, facts)].filter((one) => one !== null),
    notice: body.notice,
    letter: letterOf(programme.body.template, ctx.locale),
    reply: replyOf(answer, place?.kind === 'waiting'),
    who: names.get(named) ?? '',
    room: body.classrooms.find(({ id }) => id === answer?.classroomId)?.name ?? '',
    nth: place?.kind === 'waiting' ? place.nth : null,
    why: answer?.why ?? '',
    calledOff: String(off?.detail.reason ?? ''),
    mayAnswer: state === 'ahead' && !invitation.hasLeft,
    hasLeft: invitation.hasLeft,
    ...{ responsible: [...people.responsible], deputies: [...people.deputies] },
    allowsDeputies: programme.body.deputies && subjectKind === 'unit',
    values: {
      kind: answer?.kind ?? '',
      person: answer?.kind === 'comes' ? named : '',
      deputy: answer?.kind === 'deputy' ? named : '',
      classroom: answer?.classroomId ?? '',
      why: answer?.why ?? '',
    },
  }
}
