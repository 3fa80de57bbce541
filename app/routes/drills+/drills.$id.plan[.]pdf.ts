import { planPaper } from '~/documents/drills/plan-paper'
import { param, serve } from '~/http/serve.server'
import { planPrint, printableDrill } from './drill-prints.server'
import { paperAnswer } from './paper-answer.server'

export const loader = serve('person', async (ctx, { params }) =>
  paperAnswer(planPaper(planPrint(ctx, await printableDrill(ctx, param(params, 'id'))))),
)
