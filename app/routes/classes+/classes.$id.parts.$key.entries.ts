import { serve } from '~/http/serve.server'
import { type BoardAnswer, unkept } from '../rollcall+/board-exchange.server'
import { askPartBoard, sendPartBoard } from './part-entries.server'

const respond = ({ status, text }: BoardAnswer) => new Response(text, { status, headers: unkept })

export const loader = serve('person', async (ctx, asked) => respond(await askPartBoard(ctx, asked)))
export const action = serve('person', async (ctx, asked) => respond(await sendPartBoard(ctx, asked)))
