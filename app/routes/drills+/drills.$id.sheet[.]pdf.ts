import { rollSheet } from '~/documents/drills/roll-sheet'
import { param, serve } from '~/http/serve.server'
import { printableDrill, sheetPrint } from './drill-prints.server'
import { paperAnswer } from './paper-answer.server'

export const loader = serve('person', async (ctx, { params }) =>
  paperAnswer(rollSheet(sheetPrint(ctx, await printableDrill(ctx, param(params, 'id'))))),
)
