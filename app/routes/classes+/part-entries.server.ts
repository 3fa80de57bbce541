import type { Asked } from '~/http/asked.server'
import { param, type Signed } from '~/http/serve.server'
import { getPartCall } from '~/usecases/classes/held-part.server'
import { recordPartEntries } from '~/usecases/classes/record-part-entries.server'
import { askCall, type BoardAnswer, sendCall } from '../rollcall+/board-exchange.server'

type Served = { request: Asked; params: Record<string, string | undefined> }

/** What a board of a part may not know yet. */
export const askPartBoard = async (ctx: Signed, { request, params }: Served): Promise<BoardAnswer> =>
  askCall(await getPartCall(ctx, param(params, 'id'), param(params, 'key')), request)

/** What a phone in a classroom made. */
export async function sendPartBoard(ctx: Signed, { request, params }: Served): Promise<BoardAnswer> {
  const [classId, key] = [param(params, 'id'), param(params, 'key')]
  const call = await getPartCall(ctx, classId, key)
  return sendCall(call, request, (sentAt, entries) => recordPartEntries(ctx, { classId, key, sentAt, entries }))
}
