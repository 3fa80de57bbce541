import { recordPaper } from '~/documents/drills/record-paper'
import { param, serve } from '~/http/serve.server'
import { paperAnswer } from './paper-answer.server'
import { recordPrint } from './record-print.server'

export const loader = serve('person', async (ctx, { request, params }) =>
  paperAnswer(recordPaper(await recordPrint(ctx, param(params, 'id'), request))),
)
