import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { MyDrillsView } from '~/ui/rollcall/my-drills-view'
import { titled } from '~/ui/shell/title'
import { myDrills } from './my-drills.server'

export const loader = serve('person', async (ctx) => ({ mine: await myDrills(ctx) }))

export const handle = titled<typeof loader>((t) => t('rollcall:mine.title'))

export default function MyDrillsPage() {
  return <MyDrillsView mine={useLoaderData<typeof loader>().mine} />
}
