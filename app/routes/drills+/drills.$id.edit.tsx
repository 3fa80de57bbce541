import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { drillForm, planRows } from '~/domain/drills/drill-form'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { DrillFormView } from '~/ui/drills/drill-form-view'
import { titled } from '~/ui/shell/title'
import { changeDrill } from '~/usecases/drills/change-drill.server'
import { changeDrillPage } from './drill-form-page.server'
import { seenDrill } from './seen-drill.server'

async function managedDrill(ctx: Signed, id: string) {
  const { facts } = await seenDrill(ctx, id)
  const unit = await findUnit(actorScope(ctx, 'manage'), facts.unitId, ctx.today)
  if (unit === null) throw new NotFound()
  return { facts, unit }
}

export const loader = serve('manager', async (ctx, { params }) => {
  const { facts, unit } = await managedDrill(ctx, param(params, 'id'))
  return changeDrillPage(ctx, unit, facts)
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const id = param(params, 'id')
  const { unit } = await managedDrill(ctx, id)
  const form = await formOf(request)
  const read = parseForm(form, drillForm)
  if (!read.ok) return formRefused(read.answer)
  const rows = parseForm(form, planRows)
  if (!rows.ok) return formRefused(rows.answer)
  const outcome = await changeDrill(ctx, { drillId: id, unitId: unit.id, form: read.value, rows: rows.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${id}?done=changed`, 303)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('drills:form.change')} · ${unit.name}`)

export default function ChangeDrillPage() {
  return <DrillFormView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
