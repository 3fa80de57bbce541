import { useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { DrillView } from '~/ui/drills/drill-view'
import { titled } from '~/ui/shell/title'
import { drillPage } from './drill-page.server'
import { seenDrill } from './seen-drill.server'

export const loader = serve('person', async (ctx, { request, params }) => ({
  page: await drillPage(ctx, await seenDrill(ctx, param(params, 'id'))),
  done: readQuery(request).oneOf('done', ['planned', 'changed', 'listed'] as const),
}))

export const handle = titled<typeof loader>((_t, { page }) => `${page.line.title} · ${page.unit.name}`)

export default function DrillOfUnit() {
  const { page, done } = useLoaderData<typeof loader>()
  return <DrillView page={page} done={done} />
}
