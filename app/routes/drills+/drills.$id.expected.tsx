import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { ExpectedView } from '~/ui/drills/expected-view'
import { titled } from '~/ui/shell/title'
import { changeDrillExpected } from '~/usecases/drills/change-expected.server'
import { seenDrill } from './seen-drill.server'

export const loader = serve('manager', async (ctx, { params }) => {
  const { facts, call, manages } = await seenDrill(ctx, param(params, 'id'))
  if (!manages) throw new NotFound()
  return {
    drill: { id: facts.id, title: facts.body.title, on: facts.body.on },
    zones: facts.body.zones.map(({ name }) => name),
    expected: call.expected,
  }
})

/** Fields of one kind by whom they are about: zone-<id>, help-<id>, count-<id>. */
const byId = (form: FormData, start: string): Map<string, string> =>
  new Map(
    [...form].flatMap(([name, value]) =>
      name.startsWith(start) && typeof value === 'string' ? [[name.slice(start.length), value] as const] : [],
    ),
  )

export const action = serve('manager', async (ctx, { request, params }) => {
  const id = param(params, 'id')
  const { facts } = await seenDrill(ctx, id)
  if ((await findUnit(actorScope(ctx, 'manage'), facts.unitId, ctx.today)) === null) throw new NotFound()
  const form = await formOf(request)
  const outcome = await changeDrillExpected(ctx, {
    drillId: id,
    unitId: facts.unitId,
    redraw: form.get('intent') === 'redraw',
    zones: byId(form, 'zone-'),
    help: byId(form, 'help-'),
    counts: byId(form, 'count-'),
    classes: String(form.get('classes') ?? '').slice(0, 8000),
  })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${id}?done=listed`, 303)
})

export const handle = titled<typeof loader>((t, { drill }) => `${t('drills:expected.title')} · ${drill.title}`)

export default function ExpectedPage() {
  return <ExpectedView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
