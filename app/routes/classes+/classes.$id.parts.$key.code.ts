import { isRefused } from '~/domain/shared/refusal'
import { param, serve } from '~/http/serve.server'
import { showPartCode } from '~/usecases/classes/show-part-code.server'

const headers = { 'Cache-Control': 'no-store' }

/** What the changing code of this classroom's screen is made from, for the board's script; it is kept with the board. */
export const loader = serve('person', async (ctx, { params }) => {
  const shown = await showPartCode(ctx, param(params, 'id'), param(params, 'key'))
  return isRefused(shown)
    ? Response.json({}, { status: 409, headers })
    : Response.json({ code: shown.code, secret: shown.secret }, { headers })
})
