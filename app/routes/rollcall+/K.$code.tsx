import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { ArrivalView } from '~/ui/rollcall/arrival-view'
import { titled } from '~/ui/shell/title'
import { judgeArrival, unkept } from './judge-arrival.server'

export const headers = () => unkept
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** A code scanned from the phone of whoever calls the roll. */
export const loader = serve('anyone', (ctx, { request, params }) => judgeArrival(ctx, request, params.code ?? ''))

export const handle = titled<typeof loader>((t) => t('rollcall:arrival.title'))

export default function ScannedCode() {
  const { shown } = useLoaderData<typeof loader>()
  return shown === null ? null : <ArrivalView shown={shown} />
}
