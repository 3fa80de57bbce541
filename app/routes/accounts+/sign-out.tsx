import { redirect } from '@remix-run/node'
import { formOf } from '~/http/forms.server'
import { safeNext, serve } from '~/http/serve.server'
import { endSession } from '~/http/session.server'

export const loader = serve('anyone', () => redirect('/'))

/** Ends this browser's session. */
export const action = serve('anyone', async (_ctx, { request }) => {
  const next = (await formOf(request)).get('next')
  const headers = { 'Set-Cookie': await endSession(request) }
  return redirect(safeNext(typeof next === 'string' ? next : null, '/'), { headers })
})
