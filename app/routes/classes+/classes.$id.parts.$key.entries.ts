import { param, serve } from '~/http/serve.server'
import { getPartCall } from '~/usecases/classes/held-part.server'
import { recordPartEntries } from '~/usecases/classes/record-part-entries.server'
import { askCall, type BoardAnswer, sendCall, unkept } from '../rollcall+/board-exchange.server'

const respond = ({ status, text }: BoardAnswer) => new Response(text, { status, headers: unkept })

/** What a board of this part may not know yet. */
export const loader = serve('person', async (ctx, { request, params }) =>
  respond(await askCall(await getPartCall(ctx, param(params, 'id'), param(params, 'key')), request)),
)

/** What a phone in a classroom made. */
export const action = serve('person', async (ctx, { request, params }) => {
  const [classId, key] = [param(params, 'id'), param(params, 'key')]
  const call = await getPartCall(ctx, classId, key)
  return respond(await sendCall(call, request, (sentAt, entries) => recordPartEntries(ctx, { classId, key, sentAt, entries })))
})
