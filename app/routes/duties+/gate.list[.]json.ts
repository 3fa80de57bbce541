import { maskedName } from '~/domain/credentials/masked-name'
import { formatDay } from '~/domain/shared/day'
import { admitAddress } from '~/http/public-limit.server'
import { serve } from '~/http/serve.server'
import { gateList, midnightAfter } from './gate-list.server'
import { siteAnswer, siteOf } from './site-asker.server'

/** The day's list of the token's own unit, for a gate that is without network: read only, good until midnight. */
export const loader = serve('anyone', async (ctx, { request }) => {
  await admitAddress(ctx.address)
  const site = siteOf(request)
  if (site === null) return siteAnswer({ error: 'site-token' }, 401)
  const { today, locale } = ctx
  return siteAnswer({
    on: formatDay(today),
    goodUntil: midnightAfter(today),
    cards: gateList(site.unitId, today, locale).map(({ name, position, card, answers }) => ({
      card,
      name: maskedName(name),
      position,
      answers: answers.map(({ job, verdict, until }) => ({ job, may: verdict === 'cleared', state: verdict, until })),
    })),
  })
})
