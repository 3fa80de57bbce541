import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { positionName } from '~/content/duty-lines.server'
import { findBearer } from '~/content/responsibility.server'
import { postHolders } from '~/data/duties/posts-held.server'
import { findTaskAssignments } from '~/data/duties/task-assignments.server'
import { findUnits, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { pathsTo } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AssignTask } from '~/ui/duties/responsibility/assign-task'
import { GivenList } from '~/ui/duties/responsibility/given-list'
import { SubPage } from '~/ui/duties/responsibility/sub-page'
import { titled } from '~/ui/shell/title'
import { assignTask } from '~/usecases/duties/assign-task.server'
import { endTask } from '~/usecases/duties/end-task.server'
import { responsibilityQuestion } from './responsibility-frame.server'
import { givenOf } from './responsibility-given.server'

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const assigned = z.object({ unitId: z.string('duties:responsibility.refusal.noUnit'), postId: z.string().default(''), from: day })
const ended = z.object({ lastDay: day })

const offices = new Set(['department', 'street-office', 'community', 'police-post', 'fire-station'])
const isOffice = ({ sector, traits }: ScopedUnit) =>
  sector === 'government' || sector === 'grassroots' || traits.some((trait) => offices.has(trait))

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const departmentId = param(params, 'departmentId')
  const { place, frame, scope } = responsibilityQuestion(ctx, request)
  const bearer = findBearer(departmentId)
  if (place === null || !frame.isWhole || bearer === null) throw new NotFound()
  const query = readQuery(request)
  const way = pathsTo(place.path)
  const units = (await findUnits(scope, ctx.today)).filter(
    (unit) => isOffice(unit) && (unit.place.path.startsWith(place.path) || way.includes(unit.place.path)),
  )
  const unit = units.find(({ id }) => id === query.text('unit')) ?? null
  const rows = (await findTaskAssignments(place.path)).filter((row) => row.departmentId === departmentId && row.place.id === place.id)
  return {
    departmentId,
    name: bearer.department?.[ctx.locale] ?? null,
    tasks: bearer.tasks.map(({ id, audience, task, often }) => ({
      id,
      audience: audience[ctx.locale],
      task: task[ctx.locale],
      often: often[ctx.locale],
    })),
    place: { id: place.id, name: place.name },
    today: frame.today,
    given: givenOf(rows, ctx.today, ({ unit: answers, post, assignedBy }) => ({
      what: answers.name,
      more: post && `${post.person.name} · ${positionName(post.position, ctx.locale)}`,
      by: assignedBy,
    })),
    ending: query.text('end'),
    units: units.map(({ id, name, place: where }) => ({ value: id, label: name, group: where.name })),
    chosen: unit && {
      id: unit.id,
      name: unit.name,
      posts: postHolders([unit], ctx.today, null).map(({ id, name, position }) => ({
        value: id,
        label: `${name} · ${positionName(position, ctx.locale)}`,
      })),
    },
  }
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const departmentId = param(params, 'departmentId')
  const { place } = responsibilityQuestion(ctx, request)
  if (place === null) throw new NotFound()
  const assignmentId = readQuery(request).text('end')
  const done = (what: string) => redirect(`/street/responsibility?place=${place.id}&done=${what}`)
  const form = await formOf(request)
  if (assignmentId !== null) {
    const read = parseForm(form, ended)
    if (!read.ok) return formRefused(read.answer)
    const outcome = await endTask(ctx, { placeId: place.id, departmentId, assignmentId, ...read.value })
    return isRefused(outcome) ? refusedForm(outcome, form) : done('taskEnded')
  }
  const read = parseForm(form, assigned)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await assignTask(ctx, { placeId: place.id, departmentId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : done('taskAssigned')
})

export const handle = titled<typeof loader>(
  (t, { name, tasks }) => `${name ?? tasks[0]?.task ?? ''} · ${t('duties:responsibility.tab.tasks')}`,
)

export default function Department() {
  const { departmentId, name, tasks, place, today, given, ending, units, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  const search = `place=${place.id}`
  const current = given.filter(({ isOver }) => !isOver).length
  const called = name ?? t('responsibility.thisTask')
  return (
    <SubPage
      search={search}
      back={{ href: `/street/responsibility?${search}`, label: t('responsibility.tasks.back') }}
      about={place.name}
      title={t(current === 0 ? 'responsibility.assign.none' : 'responsibility.assign.some', { name: called, n: current })}
    >
      <h2 className="mt-6 text-18">{t('responsibility.assign.tasks')}</h2>
      <ul className="mt-2 list-disc pl-6">
        {tasks.map((task) => (
          <li key={task.id}>{t('responsibility.assign.task', task)}</li>
        ))}
      </ul>
      <GivenList given={given} ending={ending} search={search} answer={answer} isOurs />
      {ending === null && (
        <AssignTask place={place.id} departmentId={departmentId} units={units} chosen={chosen} today={today} answer={answer} />
      )}
    </SubPage>
  )
}
