import { redirect } from '@remix-run/node'
import { feedOf } from '~/data/notices/feeds.server'
import { settings } from '~/env.server'
import type { Asked } from '~/http/asked.server'
import { formOf } from '~/http/forms.server'
import type { Signed } from '~/http/serve.server'
import { makeFeed, withdrawFeed } from '~/usecases/notices/make-feed.server'

/** The instant since which the reader follows this calendar; null where he does not. */
export const feedSince = ({ actor }: Signed, unitId: string | null): string | null =>
  feedOf(actor.accountId, unitId)?.at.toISOString() ?? null

/** Makes a new address and tells it, this once; or withdraws the one there is and goes back to `page`. */
export async function feedAsked(ctx: Signed, request: Asked, unitId: string | null, page: string) {
  const form = await formOf(request)
  if (form.get('act') === 'withdraw') {
    await withdrawFeed(ctx, unitId)
    return redirect(`${page}?done=withdrawn`)
  }
  const { token } = await makeFeed(ctx, { unitId, locale: ctx.locale })
  return { url: `${settings().publicUrl}/feeds/${token}.ics` }
}
