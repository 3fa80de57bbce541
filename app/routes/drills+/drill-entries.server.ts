import type { Asked } from '~/http/asked.server'
import { param, type Signed } from '~/http/serve.server'
import { recordDrillEntries } from '~/usecases/drills/record-drill-entries.server'
import { askCall, type BoardAnswer, sendCall } from '../rollcall+/board-exchange.server'
import { boardCall } from './seen-drill.server'

type Served = { request: Asked; params: Record<string, string | undefined> }

/** What a board of a drill may not know yet. */
export const askBoard = async (ctx: Signed, { request, params }: Served): Promise<BoardAnswer> =>
  askCall(await boardCall(ctx, param(params, 'id')), request)

/** What a phone at a drill made. */
export async function sendBoard(ctx: Signed, { request, params }: Served): Promise<BoardAnswer> {
  const id = param(params, 'id')
  return sendCall(await boardCall(ctx, id), request, (sentAt, entries) => recordDrillEntries(ctx, id, sentAt, entries))
}
