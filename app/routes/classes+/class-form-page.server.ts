import { allProgrammeTemplates } from '~/content/programmes.server'
import type { ClassFacts } from '~/data/classes/classes.server'
import { organisersProposed } from '~/data/classes/organisers.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { beginsAt, type ClassBody } from '~/domain/classes/class-body'
import { mostRooms, usualLate } from '~/domain/classes/class-form'
import { listStateOf } from '~/domain/classes/programme-body'
import type { Signed } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import type { ClassFormPage } from '~/ui/classes/class-form'
import { askedElsewhere, openMembers } from '~/usecases/classes/missing-members.server'
import { organiserWritten } from '~/usecases/classes/organisers-typed.server'

type Values = Record<string, string>

const formOfProgramme = (programme: ProgrammeFacts, on: Signed['today']) => ({
  programme: { id: programme.id, title: programme.body.title, place: programme.place.name },
  parts: programme.body.parts.map(({ key, name, kind }) => ({ key, name, kind })),
  people: organisersProposed(programme.place, on).flatMap(({ labels }) => [...labels]),
  rooms: mostRooms,
})

/** Times of the parts as the template proposes them. */
function proposedTimes({ body }: ProgrammeFacts): Values {
  const template = allProgrammeTemplates().find(({ id }) => id === body.template)
  return Object.fromEntries(
    body.parts.flatMap(({ key }, nth) => {
      const part = template?.parts.find((one) => one.key === key)
      return part === undefined
        ? []
        : [
            [`from${nth}`, part.from],
            [`to${nth}`, part.to],
          ]
    }),
  )
}

/** What a class says, as its form writes it. */
function valuesOf({ body: { parts }, place }: ProgrammeFacts, body: ClassBody, on: Signed['today']): Values {
  const times = parts.flatMap(({ key }, nth) => {
    const held = body.parts.find((one) => one.key === key)
    return held === undefined
      ? []
      : [
          [`on${nth}`, held.on],
          [`from${nth}`, held.from],
          [`to${nth}`, held.to],
        ]
  })
  const rooms = body.classrooms.flatMap((room, nth) => [
    [`roomid${nth}`, room.id],
    [`room${nth}`, room.name],
    [`place${nth}`, room.place],
    [`seats${nth}`, String(room.seats)],
    [`organiser${nth}`, organiserWritten(place, on, room.organiser)],
  ])
  return {
    ...Object.fromEntries([...times, ...rooms]),
    ...{ title: body.title, late: String(body.late), stream: body.classrooms[0]?.stream ?? '', notice: body.notice },
  }
}

/** The form of a new class; of one that makes up for another filled in from that one, without its days. */
export async function newClassPage(ctx: Signed, programme: ProgrammeFacts, missed: ClassFacts | null): Promise<ClassFormPage> {
  const page = { ...formOfProgramme(programme, ctx.today), id: null, hasBegun: false }
  const times = proposedTimes(programme)
  if (missed === null)
    return { ...page, makesUp: null, values: { ...times, title: programme.body.title, late: String(usualLate), stream: '', notice: '' } }
  const isFrozen = listStateOf(programme.steps) === 'frozen'
  const asked = isFrozen ? await askedElsewhere(programme, null, ctx.now) : new Set<string>()
  const missing = isFrozen ? openMembers(programme, ctx.today).open.filter(({ id }) => !asked.has(id)).length : 0
  const title = translator(ctx.locale).t('classroom:form.makeUpTitle', { title: missed.body.title }).slice(0, 80)
  const known = Object.entries(valuesOf(programme, missed.body, ctx.today)).filter(([name]) => !/^(on|roomid)\d+$/.test(name))
  return {
    ...page,
    makesUp: { id: missed.id, title: missed.body.title, missing },
    values: { ...times, ...Object.fromEntries(known), title },
  }
}

/** The form of a class that is there already. */
export const changeClassPage = (ctx: Signed, programme: ProgrammeFacts, facts: ClassFacts): ClassFormPage => ({
  ...formOfProgramme(programme, ctx.today),
  id: facts.id,
  makesUp: null,
  hasBegun: beginsAt(facts.body) <= ctx.now.getTime(),
  values: valuesOf(programme, facts.body, ctx.today),
})
