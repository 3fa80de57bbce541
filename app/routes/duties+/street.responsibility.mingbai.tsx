import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { MingbaiView } from '~/ui/duties/responsibility/mingbai-view'
import { titled } from '~/ui/shell/title'
import { mingbaiList } from './mingbai.server'
import { responsibilityQuestion } from './responsibility-frame.server'

export const loader = serve('supervisor', (ctx, { request }) => mingbaiList(responsibilityQuestion(ctx, request), request, ctx.locale))

export const handle = titled<typeof loader>((t) => t('duties:responsibility.tab.mingbai'))

export default function Mingbai() {
  return <MingbaiView list={useLoaderData<typeof loader>()} />
}
