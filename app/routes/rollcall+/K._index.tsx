import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { TypedCode } from '~/ui/rollcall/arrival-typed'
import { ArrivalView } from '~/ui/rollcall/arrival-view'
import { titled } from '~/ui/shell/title'
import { judgeArrival, shownAs, unkept } from './judge-arrival.server'

export const headers = () => unkept
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** Eight letters typed from somebody's screen; without them, the form to type them. */
export const loader = serve('anyone', (ctx, { request }) => {
  const typed = readQuery(request).text('code')
  return typed === null ? shownAs(null) : judgeArrival(ctx, request, typed)
})

export const handle = titled<typeof loader>((t) => t('rollcall:arrival.title'))

export default function TypeCode() {
  const { shown } = useLoaderData<typeof loader>()
  return shown === null ? <TypedCode /> : <ArrivalView shown={shown} />
}
