import { data, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { dutyTitle, positionName } from '~/content/duty-lines.server'
import { type Card, findCardByToken } from '~/data/duties/gate-cards.server'
import { maskedName } from '~/domain/credentials/masked-name'
import { verdictOn } from '~/domain/duties/card-verdict'
import { clearanceUntil } from '~/domain/duties/clearance-until'
import { type Facts, indexFacts } from '~/domain/duties/standing'
import { readCode, tokenLength } from '~/domain/shared/codes'
import { type Day, formatDay } from '~/domain/shared/day'
import { admitAddress } from '~/http/public-limit.server'
import { param, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { type GateAnswer, GateGlance, GateUnknown } from '~/ui/duties/gate-glance'
import { titled } from '~/ui/shell/title'

const headersOf = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' }
export const headers = () => headersOf
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** Nothing of a person but the masked name leaves here. */
function answerFor(card: Card, facts: Facts, today: Day, locale: Locale): GateAnswer {
  const { mayWork, because, until } = clearanceUntil(indexFacts(facts), card.postId, today)
  return {
    verdict: verdictOn(card, mayWork, today),
    name: maskedName(card.name),
    unitName: card.unitName,
    position: positionName(card.position, locale),
    today: formatDay(today),
    startsOn: card.from > today ? formatDay(card.from) : null,
    until: until === null ? null : formatDay(until),
    because: because.map((id) => ({ id, title: dutyTitle(id, locale) })),
  }
}

export const loader = serve('anyone', async (ctx, { params }) => {
  await admitAddress(ctx.address)
  const token = readCode(param(params, 'token'), tokenLength)
  const rules = [...catalogue().duties.values()].map((duty) => duty.rule)
  const found = token === null ? null : findCardByToken(token, rules)
  if (found === null) return data({ answer: null }, { status: 404, headers: headersOf })
  return data({ answer: answerFor(found.card, found.facts, ctx.today, ctx.locale) }, { status: 200, headers: headersOf })
})

export const handle = titled<typeof loader>((t, { answer }) => t(answer === null ? 'duties:gate.unknownTitle' : 'duties:gate.title'))

export default function Gate() {
  const { answer } = useLoaderData<typeof loader>()
  return answer === null ? <GateUnknown /> : <GateGlance answer={answer} />
}
