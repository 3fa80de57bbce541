import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import { StreetView } from '~/ui/learn/visits/street-view'
import visitStyles from '~/ui/learn/visits/visits.css?url'
import { titled } from '~/ui/shell/title'
import { streetPage } from './visits.$door/visit-page.server'

export const links = () => [
  { rel: 'stylesheet', href: learnStyles },
  { rel: 'stylesheet', href: visitStyles },
]

export const loader = serve('person', (ctx) => streetPage(ctx))

export const handle = titled<typeof loader>((t) => t('visits:title'))

export default function Street() {
  return <StreetView page={useLoaderData<typeof loader>()} />
}
