import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { StreetDrillsView } from '~/ui/drills/attendance-street-view'
import { titled } from '~/ui/shell/title'
import { streetDrills } from './street-drills.server'

const pageSize = 50

export const loader = serve('supervisor', async (ctx, { request }) => ({ page: await streetDrills(ctx, request, pageSize) }))

export const handle = titled<typeof loader>((t, { page }) => t('drillyear:street.title', { year: page.year }))

export default function DrillsOfStreet() {
  return <StreetDrillsView page={useLoaderData<typeof loader>().page} />
}
