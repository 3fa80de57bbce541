import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { StreetFindingsView } from '~/ui/drills/findings-street-view'
import { titled } from '~/ui/shell/title'
import { streetFindings } from './street-findings.server'

const pageSize = 50

export const loader = serve('supervisor', async (ctx, { request }) => ({ page: await streetFindings(ctx, request, pageSize) }))

export const handle = titled<typeof loader>((t) => t('drillrecord:street.title'))

export default function FindingsOfStreet() {
  return <StreetFindingsView page={useLoaderData<typeof loader>().page} />
}
