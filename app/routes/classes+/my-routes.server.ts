import { shownRoutes } from '~/content/other-routes.server'
import { membersOf, programmeAnywhere } from '~/data/classes/programmes.server'
import { routedLinesOf } from '~/data/classes/routed-lines.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { familyIds } from '~/data/org/family.server'
import { routedLines } from '~/domain/classes/other-routes'
import { formatDay } from '~/domain/shared/day'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { MyRoute } from '~/ui/classes/my-routes'
import { answeredAlready } from '~/usecases/classes/answered-already.server'

/** What the reader, or a unit that he manages, was told to do instead of coming to a class; done once what the duty asks for is there. */
export async function myRoutes(ctx: Signed): Promise<MyRoute[]> {
  const found: MyRoute[] = []
  for (const { programmeId, memberId } of routedLinesOf(familyIds(ctx.actor.personId), actorScope(ctx, 'manage').units)) {
    const programme = await programmeAnywhere(programmeId)
    const told = programme && routedLines(programme.steps).get(memberId)
    const member = programme && membersOf(programme).find(({ id }) => id === memberId)
    if (programme === null || !told || !member) continue
    const route = shownRoutes(programme.body, ctx.locale).find(({ kind, topic }) => kind === told.kind && topic === told.topic)
    if (route === undefined) continue
    const done = answeredAlready(programme, [member], ctx.today).get(memberId)
    const unit = member.subjectKind === 'unit' ? (findSubjectNames([member.unitId]).get(member.unitId) ?? '') : ''
    found.push({
      ...{ id: memberId, title: [programme.body.title, unit].filter(Boolean).join(' · '), words: route.words, course: route.course },
      done: done === undefined ? null : formatDay(done.on),
    })
  }
  return found
}
