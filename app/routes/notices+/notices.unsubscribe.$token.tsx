import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addressAnywhere, choiceOf } from '~/data/notices/mail-addresses.server'
import { maskedAddress } from '~/domain/notices/mail-address'
import { NotFound } from '~/domain/shared/faults'
import { unseal } from '~/gateways/secrets.server'
import { readUnsubscribeToken } from '~/gateways/unsubscribe-token.server'
import { formOf } from '~/http/forms.server'
import { admitAddress } from '~/http/public-limit.server'
import { param, serve } from '~/http/serve.server'
import { UnsubscribeView } from '~/ui/notices/unsubscribe-view'
import { titled } from '~/ui/shell/title'
import { unsubscribe } from '~/usecases/notices/choose-mail.server'

export const headers = () => ({ 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' })
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** Opening the link ends nothing: programs that look through mail open links too. */
export const loader = serve('anyone', async (ctx, { params }) => {
  await admitAddress(ctx.address)
  const id = readUnsubscribeToken(param(params, 'token'))
  const address = id === null ? null : addressAnywhere(id)
  if (address === null) throw new NotFound()
  return { address: maskedAddress(unseal(address.sealed)), isOver: choiceOf(address.accountId).often === 'never' }
})

/** The button of the page, or the one click of a mail program (RFC 8058), which brings no cookie and follows no redirect. */
export const action = serve('anyone', async (ctx, { request, params }) => {
  await admitAddress(ctx.address)
  const token = param(params, 'token')
  const id = readUnsubscribeToken(token)
  if (id === null || !(await unsubscribe(id, ctx.now))) throw new NotFound()
  const form = await formOf(request)
  if (form.get('List-Unsubscribe') === 'One-Click') return new Response(null, { status: 204 })
  return redirect(`/notices/unsubscribe/${token}`)
})

export const handle = titled<typeof loader>((t) => t('inbox:unsubscribe.title'))

export default function Unsubscribe() {
  return <UnsubscribeView {...useLoaderData<typeof loader>()} />
}
