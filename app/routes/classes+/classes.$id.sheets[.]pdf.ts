import { findSubjectNames } from '~/data/duties/subject-names.server'
import { signatureSheet } from '~/documents/classes/signature-sheet'
import { param, serve } from '~/http/serve.server'
import { getHeldClass } from '~/usecases/classes/reached-class.server'
import { paperAnswer } from '../drills+/paper-answer.server'
import { seatedOf } from './class-page.server'

/** Signature sheets: the leader's of all classrooms, an organiser's of his own. Whoever waits has no seat and stands on none. */
export const loader = serve('person', async (ctx, { params }) => {
  const { facts, programme, leads, rooms } = await getHeldClass(ctx, param(params, 'id'))
  const { seats, places } = seatedOf(facts)
  const seated = seats.filter(({ id }) => places.get(id)?.kind === 'seated')
  const names = findSubjectNames([...new Set(seated.flatMap(({ person, unit }) => [person, unit]))])
  return paperAnswer(
    signatureSheet({
      locale: ctx.locale,
      place: programme.place.name,
      body: facts.body,
      rooms: leads ? facts.body.classrooms.map(({ id }) => id) : rooms,
      sitters: seated.map(({ person, unit, asDeputy, classroom }) => ({
        ...{ asDeputy, classroom },
        name: names.get(person) ?? '',
        unit: names.get(unit) ?? '',
      })),
    }),
  )
})
