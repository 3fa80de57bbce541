import { redirect } from '@remix-run/node'
import { safeNext, serve } from '~/http/serve.server'
import { endSession } from '~/http/session.server'

export const loader = serve('anyone', () => redirect('/'))

/** Ends this browser's session. */
export const action = serve('anyone', async (_ctx, { request }) => {
  const next = (await request.formData()).get('next')
  const headers = { 'Set-Cookie': await endSession(request) }
  return redirect(safeNext(typeof next === 'string' ? next : null, '/'), { headers })
})
