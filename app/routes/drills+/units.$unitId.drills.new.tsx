import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { drillForm, planRows } from '~/domain/drills/drill-form'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { DrillFormView } from '~/ui/drills/drill-form-view'
import { titled } from '~/ui/shell/title'
import { planDrill } from '~/usecases/drills/plan-drill.server'
import { againPage, newDrillPage } from './drill-form-page.server'
import { getRedrilled } from './redrill-shown.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  const query = readQuery(request)
  const text = (name: string) => query.text(name)
  const answers = text('answers')
  if (answers !== null) return againPage(ctx, unit, await getRedrilled(ctx, unit, answers))
  return newDrillPage(ctx, unit, { template: text('template'), scenario: text('scenario'), on: text('on'), kind: text('kind') })
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const form = await formOf(request)
  const read = parseForm(form, drillForm)
  if (!read.ok) return formRefused(read.answer)
  const rows = parseForm(form, planRows)
  if (!rows.ok) return formRefused(rows.answer)
  const outcome = await planDrill(ctx, { unitId: param(params, 'unitId'), form: read.value, rows: rows.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${outcome.id}?done=planned`, 303)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('drills:form.title')} · ${unit.name}`)

export default function NewDrillPage() {
  return <DrillFormView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
