import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { browserMark } from '~/http/browser.server'
import { admitAddress } from '~/http/public-limit.server'
import { serve } from '~/http/serve.server'
import { withNext } from '~/paths'
import { ArrivalView } from '~/ui/rollcall/arrival-view'
import { titled } from '~/ui/shell/title'
import { seatAtArrival } from '~/usecases/classes/seat-at-arrival.server'
import { claimArrival } from '~/usecases/rollcall/claim-arrival.server'
import { arrivalToken } from './arrival-cookie.server'
import { arrivalShown } from './arrival-facts.server'
import { shownAs, unkept } from './judge-arrival.server'

const password = withNext('/password', '/K/arrival')
const signIn = withNext('/sign-in', '/K/arrival')

export const headers = () => unkept
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** What this browser holds: nobody is checked in by looking. */
export const loader = serve('anyone', async (ctx, { request }) => {
  if (ctx.actor?.mustSetPassword) throw redirect(password)
  const shown = arrivalShown(ctx, request)
  if (shown.state === 'unreadable') await admitAddress(ctx.address)
  return shownAs(shown, shown.state === 'unreadable' ? 404 : 200)
})

/** Checks in whoever is signed in. The page that follows says what came of it, also of a refusal. */
export const action = serve('anyone', async (ctx, { request }) => {
  const token = arrivalToken(request)
  const browser = browserMark(request)
  if (ctx.actor === null) throw redirect(signIn)
  if (ctx.actor.mustSetPassword) throw redirect(password)
  if (token !== null && browser !== null) {
    await seatAtArrival({ now: ctx.now, actor: ctx.actor }, token)
    await claimArrival({ now: ctx.now, actor: ctx.actor, browser }, token)
  }
  return redirect('/K/arrival', { headers: unkept })
})

export const handle = titled<typeof loader>((t) => t('rollcall:arrival.title'))

export default function HeldArrival() {
  const { shown } = useLoaderData<typeof loader>()
  return shown === null ? null : <ArrivalView shown={shown} />
}
