import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { knownPositions, positionChoices } from '~/content/position-words.server'
import { findJoinable } from '~/data/org/join-codes.server'
import { readJoinCode } from '~/domain/org/joining'
import { joinForm, joinFormOfKnown } from '~/domain/org/person-form'
import { formatDay } from '~/domain/shared/day'
import { isRefused } from '~/domain/shared/refusal'
import { count, isSpent, networkOf } from '~/gateways/limits.server'
import { newCode } from '~/gateways/secrets.server'
import type { Ctx } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { serve } from '~/http/serve.server'
import { startSession } from '~/http/session.server'
import { JoinPage, NoSuchCode } from '~/ui/org/people/join-page'
import { titled } from '~/ui/shell/title'
import { requestJoin } from '~/usecases/org/request-join.server'

/** Wrong codes are counted, right ones are not: whoever stands before the poster never meets the limit. */
async function joinable({ address, today }: Ctx, typed: string | undefined) {
  const network = networkOf(address)
  if (await isSpent('code', network)) throw new Response(null, { status: 429 })
  const code = readJoinCode(typed ?? '')
  const unit = code === null ? null : findJoinable(code, today)
  if (!unit) await count('code', network)
  return unit
}

export const loader = serve('anyone', async (ctx, { params }) => {
  const unit = await joinable(ctx, params.code)
  if (!unit) return data({ unit: null }, { status: 404 })
  return data({
    unit: unit.unitName,
    name: ctx.actor?.name ?? null,
    positions: positionChoices(ctx.locale),
    today: formatDay(ctx.today),
    once: newCode(26),
  })
})

export const action = serve('anyone', async (ctx, { request, params }) => {
  const { actor, address, now, today } = ctx
  const typed = await formOf(request)
  const positions = knownPositions()
  const read = actor
    ? parseForm(
        typed,
        joinFormOfKnown(today, positions).transform((known) => ({ ...known, name: actor.name })),
      )
    : parseForm(typed, joinForm(today, positions))
  if (!read.ok) return formRefused(read.answer)
  const outcome = await requestJoin({ code: readJoinCode(params.code ?? ''), joiner: read.value, actor, address, now, today })
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  const headers = outcome.accountId === null ? {} : { 'Set-Cookie': await startSession(request, outcome.accountId, 'learner', now, false) }
  throw redirect('/me?done=joined', { headers })
})

export const handle = titled<typeof loader>((t, { unit }) => t(unit === null ? 'people:noCode.title' : 'people:join.to'))

export default function Join() {
  const facts = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return facts.unit === null ? <NoSuchCode /> : <JoinPage {...facts} answer={answer} />
}
