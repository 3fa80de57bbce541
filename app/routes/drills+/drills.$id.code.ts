import { isRefused } from '~/domain/shared/refusal'
import { param, serve } from '~/http/serve.server'
import { showCode } from '~/usecases/rollcall/show-code.server'

const headers = { 'Cache-Control': 'no-store' }

/** What the changing code of this phone is made from, for the board's script; it is kept with the board for use without network. */
export const loader = serve('person', async (ctx, { params }) => {
  const shown = await showCode(ctx, param(params, 'id'))
  return isRefused(shown)
    ? Response.json({}, { status: 409, headers })
    : Response.json({ code: shown.code, secret: shown.secret }, { headers })
})
