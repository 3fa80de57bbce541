import { useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { ProgrammeView } from '~/ui/classes/programme-view'
import { titled } from '~/ui/shell/title'
import { getProgramme } from '~/usecases/classes/reached-class.server'
import { programmePage } from './programme-page.server'

const dones = ['made', 'changed', 'frozen'] as const

export const loader = serve('supervisor', async (ctx, { request, params }) => ({
  page: await programmePage(ctx, await getProgramme(ctx, param(params, 'programmeId'))),
  done: readQuery(request).oneOf('done', dones),
}))

export const handle = titled<typeof loader>((_t, { page }) => page.line.title)

export default function Programme() {
  const { page, done } = useLoaderData<typeof loader>()
  return <ProgrammeView page={page} done={done} />
}
