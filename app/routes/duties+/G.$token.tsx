import { data, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { admitAddress } from '~/http/public-limit.server'
import { param, serve } from '~/http/serve.server'
import { GateGlance, GateUnknown } from '~/ui/duties/gate-glance'
import { titled } from '~/ui/shell/title'
import { askByToken } from '~/usecases/duties/ask-gate.server'
import { askerOf, glanceOf, jobIn } from './gate-lines.server'

const headersOf = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' }
export const headers = () => headersOf
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** Anyone with the exact token of a card: may its holder do this job here today. Who asked is kept, and the holder sees it. */
export const loader = serve('anyone', async (ctx, { request, params }) => {
  await admitAddress(ctx.address)
  const { now, today, locale } = ctx
  const job = jobIn(new URL(request.url).searchParams)
  const found = await askByToken(param(params, 'token'), { job, asker: askerOf(ctx, 'code'), now, today })
  if (found === null) return data({ answer: null, isOwn: false }, { status: 404, headers: headersOf })
  const answer = glanceOf(found, { job, today, locale, name: 'masked' })
  return data({ answer, isOwn: found.isOwn }, { status: 200, headers: headersOf })
})

export const handle = titled<typeof loader>((t, { answer }) => t(answer === null ? 'duties:gate.unknownTitle' : 'duties:gate.title'))

export default function Gate() {
  const { answer, isOwn } = useLoaderData<typeof loader>()
  return answer === null ? <GateUnknown /> : <GateGlance answer={answer} isOwn={isOwn} />
}
