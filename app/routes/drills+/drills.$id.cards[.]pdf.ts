import { roleCards } from '~/documents/drills/role-cards'
import { param, serve } from '~/http/serve.server'
import { cardPrint, printableDrill } from './drill-prints.server'
import { paperAnswer } from './paper-answer.server'

export const loader = serve('person', async (ctx, { params }) =>
  paperAnswer(roleCards(cardPrint(ctx, await printableDrill(ctx, param(params, 'id'))))),
)
