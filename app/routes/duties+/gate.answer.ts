import { dutyTitle, positionName } from '~/content/duty-lines.server'
import { allJobs } from '~/content/jobs.server'
import { maskedName } from '~/domain/credentials/masked-name'
import { formatDay } from '~/domain/shared/day'
import { admitAddress } from '~/http/public-limit.server'
import { serve } from '~/http/serve.server'
import { askByToken } from '~/usecases/duties/ask-gate.server'
import { siteAnswer, siteOf } from './site-asker.server'

/**
 * For a site's own system, with its site token: may the holder of this card do this job here today. `card` is the exact token of the
 * card, `job` one of content/jobs.yaml. Every code that opens no card gets the same bytes.
 */
export const loader = serve('anyone', async (ctx, { request }) => {
  await admitAddress(ctx.address)
  const site = siteOf(request)
  if (site === null) return siteAnswer({ error: 'site-token' }, 401)
  const query = new URL(request.url).searchParams
  const job = query.get('job') ?? 'post'
  if (!allJobs().some(({ id }) => id === job)) return siteAnswer({ error: 'job', jobs: allJobs().map(({ id }) => id) }, 400)
  const { now, today, locale, address } = ctx
  const asker = { way: 'site' as const, accountId: null, personId: null, tokenId: site.id, address }
  const found = await askByToken(query.get('card') ?? '', { job, asker, now, today })
  if (found === null) return siteAnswer({ may: false, state: 'unknown' }, 404)
  const { card, said } = found
  return siteAnswer({
    may: said.verdict === 'cleared',
    state: said.verdict,
    job,
    name: maskedName(card.name),
    unit: card.unitName,
    position: positionName(card.position, locale),
    on: formatDay(today),
    until: said.until === null ? null : formatDay(said.until),
    because: said.missing.map(({ duty, gap }) => ({ duty, title: dutyTitle(duty, locale), licence: gap })),
  })
})
