import { data, redirect } from '@remix-run/node'
import { readArrivalCode } from '~/domain/rollcall/arrival'
import { count, isSpent, networkOf } from '~/gateways/limits.server'
import type { Asked } from '~/http/asked.server'
import { browserCookie, browserMark, newBrowserMark } from '~/http/browser.server'
import type { Ctx } from '~/http/context.server'
import { admitAddress, admitCrowd } from '~/http/public-limit.server'
import type { ArrivalShown } from '~/ui/rollcall/arrival'
import { receiveArrival } from '~/usecases/rollcall/receive-arrival.server'
import { arrivalCookie, arrivalToken } from './arrival-cookie.server'

/** Pages of check-in are nobody else's: not kept, not found by searching. */
export const unkept = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' }

export const shownAs = (shown: ArrivalShown | null, status = 200) => data({ shown }, { status, headers: unkept })

/**
 * Judges a code at the instant of this request. In time: the browser is given the arrival to hold, and goes on to the page that checks in;
 * nothing is entered here, because whatever looks at an address looks at this one too. Every other code has the same answer.
 */
export async function judgeArrival({ now, address }: Ctx, request: Asked, typed: string) {
  await admitCrowd(address)
  const guesser = `${readArrivalCode(typed)?.station ?? ''} ${networkOf(address)}`
  if (await isSpent('turn', guesser)) return shownAs({ state: 'unreadable' }, 404)
  const found = await receiveArrival(typed, arrivalToken(request), now)
  if (found.kind === 'unreadable') await admitAddress(address)
  if (found.kind === 'unreadable' && found.isGuessed) await count('turn', guesser)
  if (found.kind === 'known') return redirect('/K/arrival', { headers: unkept })
  if (found.kind === 'over') return shownAs({ state: 'over', of: found.of }, 404)
  if (found.kind !== 'held') return shownAs({ state: found.kind }, 404)
  const headers = new Headers(unkept)
  headers.append('Set-Cookie', arrivalCookie(found.token))
  if (browserMark(request) === null) headers.append('Set-Cookie', browserCookie(newBrowserMark()))
  return redirect('/K/arrival', { headers })
}
