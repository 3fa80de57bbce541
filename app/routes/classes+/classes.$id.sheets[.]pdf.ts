import { seatsOf } from '~/data/classes/seats.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { signatureSheet } from '~/documents/classes/signature-sheet'
import { comersOf } from '~/domain/classes/comers'
import { groupedBy } from '~/domain/shared/grouped'
import { param, serve } from '~/http/serve.server'
import { getHeldClass } from '~/usecases/classes/reached-class.server'
import { paperAnswer } from '../drills+/paper-answer.server'

/**
 * Signature sheets: the leader's of all classrooms, an organiser's of his own. Whoever waits has no seat and stands on none; who comes for
 * several units stands once.
 */
export const loader = serve('person', async (ctx, { params }) => {
  const { facts, programme, leads, rooms } = await getHeldClass(ctx, param(params, 'id'))
  const comers = comersOf(seatsOf(facts), facts.body.classrooms)
  const names = findSubjectNames([...new Set(comers.flatMap(({ person, unit }) => [person, unit]))])
  const sitters = [...groupedBy(comers, ({ person, classroom }) => `${person} ${classroom}`).values()]
  return paperAnswer(
    signatureSheet({
      locale: ctx.locale,
      place: programme.place.name,
      body: facts.body,
      rooms: leads ? facts.body.classrooms.map(({ id }) => id) : rooms,
      sitters: sitters.map((own) => ({
        name: names.get(own[0]?.person ?? '') ?? '',
        unit: own.map(({ unit }) => names.get(unit) ?? '').join('、'),
        asDeputy: own.some(({ asDeputy }) => asDeputy),
        classroom: own[0]?.classroom ?? '',
      })),
    }),
  )
})
