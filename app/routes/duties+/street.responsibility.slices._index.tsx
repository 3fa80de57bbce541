import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { SlicesView } from '~/ui/duties/responsibility/slices-view'
import { titled } from '~/ui/shell/title'
import { responsibilityQuestion } from './responsibility-frame.server'
import { sliceList } from './slices.server'

export const loader = serve('supervisor', (ctx, { request }) => sliceList(responsibilityQuestion(ctx, request), request, ctx.locale))

export const handle = titled<typeof loader>((t) => t('duties:responsibility.tab.slices'))

export default function Slices() {
  return <SlicesView list={useLoaderData<typeof loader>()} />
}
