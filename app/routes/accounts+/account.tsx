import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countSessions, findAccount } from '~/data/accounts/accounts.server'
import { NotFound } from '~/domain/shared/faults'
import { serve } from '~/http/serve.server'
import { endAllSessions, endSession } from '~/http/session.server'
import { AccountPage } from '~/ui/accounts/account-page'
import { titled } from '~/ui/shell/title'

export const loader = serve('person', async ({ actor, now }, { request }) => {
  const account = findAccount(actor.accountId)
  if (!account) throw new NotFound()
  return {
    name: actor.name,
    phone: account.phone,
    staffNumber: account.staffNumber,
    hasPassword: actor.hasPassword,
    sessions: await countSessions(actor.accountId, now),
    kind: actor.kind,
    done: new URL(request.url).searchParams.get('done') === 'password',
  }
})

/** Signs out everywhere, here included. */
export const action = serve('person', async ({ actor }, { request }) => {
  await endAllSessions(actor.accountId)
  return redirect('/sign-in?done=everywhere', { headers: { 'Set-Cookie': await endSession(request) } })
})

export const handle = titled<typeof loader>((t) => t('accounts:account.title'))

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
