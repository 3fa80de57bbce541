import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { RegisterView } from '~/ui/classes/register-view'
import { titled } from '~/ui/shell/title'
import { registerPage } from './register-list.server'

const pageSize = 50

export const loader = serve('supervisor', async (ctx, { request }) => ({ page: await registerPage(ctx, request, 'base', pageSize) }))

export const handle = titled<typeof loader>((t) => t('training:tab.base'))

export default function Bases() {
  return <RegisterView page={useLoaderData<typeof loader>().page} />
}
