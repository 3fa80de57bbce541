import { shownRoutes } from '~/content/other-routes.server'
import { type ClassFacts, classesOf } from '~/data/classes/classes.server'
import { programmeCoverage } from '~/data/classes/coverage-facts.server'
import { invitationsOf } from '~/data/classes/invitations.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { beginsAt } from '~/domain/classes/class-body'
import { isClassClosed } from '~/domain/classes/class-state'
import { routedLines } from '~/domain/classes/other-routes'
import { listStateOf } from '~/domain/classes/programme-body'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { MakeUpPage } from '~/ui/classes/make-up'
import { askedElsewhere, openMembers } from '~/usecases/classes/missing-members.server'
import { coverageRows } from './coverage-rows.server'

const pageSize = 50

/** Classes of a programme that have not begun: somebody can still be asked to come. */
export const classesAhead = async (programme: ProgrammeFacts, now: Date): Promise<ClassFacts[]> =>
  (await classesOf(programme)).filter(({ steps, body }) => !isClassClosed(steps) && beginsAt(body) > now.getTime())

/** Who missed and why, for all of a list or one line of it, and what can be done about it. */
export async function makeUpPage(ctx: Signed, request: Asked, programme: ProgrammeFacts): Promise<MakeUpPage> {
  const query = readQuery(request)
  const only = query.text('member')
  const lines = programmeCoverage(actorScope(ctx, 'supervise'), programme, ctx.today)
  const line = only === null ? null : (lines.find(({ member }) => member.id === only) ?? null)
  if (only !== null && line === null) throw new NotFound()
  const { open, have } = openMembers(programme, ctx.today)
  const wanted = new Set(open.flatMap(({ id }) => (only === null || id === only ? [id] : [])))
  const rows = coverageRows(ctx, programme, ctx.today)
  const missing = lines.filter(({ member }) => wanted.has(member.id))
  const pages = Math.max(1, Math.ceil(missing.length / pageSize))
  const page = Math.min(query.page(), pages)
  const held = lines.filter(({ member }) => have.has(member.id) && (only === null || member.id === only))
  const all = await classesOf(programme)
  const classes: MakeUpPage['classes'] = []
  for (const facts of await classesAhead(programme, ctx.now)) {
    const elsewhere = await askedElsewhere(programme, facts.id, ctx.now)
    const here = new Set(invitationsOf(facts).map(({ memberId }) => memberId))
    const count = [...wanted].filter((id) => !elsewhere.has(id) && !here.has(id)).length
    const [first] = facts.body.parts
    classes.push({ id: facts.id, title: facts.body.title, on: first?.on ?? '', from: first?.from ?? '', count })
  }
  const told = routedLines(programme.steps)
  const begun = all.filter(({ steps, body }) => steps.at(-1)?.kind !== 'called-off' && beginsAt(body) <= ctx.now.getTime())
  const { body } = programme
  return {
    programme: { id: programme.id, title: body.title, place: programme.place.name, binds: body.binds },
    isFrozen: listStateOf(programme.steps) === 'frozen',
    one: line === null ? null : { id: line.member.id, name: rows.of([line])[0]?.name ?? '' },
    rows: rows.of(missing.slice((page - 1) * pageSize, page * pageSize)),
    ...{ page, pages, total: missing.length, search: query.search.slice(1) },
    have: rows.of(held.slice(0, pageSize)),
    haveAll: held.length,
    classes,
    makesUp: begun.at(-1)?.id ?? null,
    routes: shownRoutes(body, ctx.locale).map((route) => ({
      ...route,
      count: [...wanted].filter((id) => told.get(id)?.kind !== route.kind || told.get(id)?.topic !== route.topic).length,
    })),
  }
}
