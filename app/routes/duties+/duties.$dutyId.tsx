import { useLoaderData } from '@remix-run/react'
import { dutyPage } from '~/content/duty-pages.server'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import type { DutyPage } from '~/ui/duties/catalogue/entry'
import { DutyView } from '~/ui/duties/catalogue/view'
import { titled } from '~/ui/shell/title'

export const loader = serve('anyone', (ctx, { params }): DutyPage => {
  const page = dutyPage(param(params, 'dutyId'), ctx.locale, ctx.today)
  if (page === null) throw new NotFound()
  return page
})

export const handle = titled<typeof loader>((_, { title }) => title)

export default function Duty() {
  return <DutyView duty={useLoaderData<typeof loader>()} />
}
