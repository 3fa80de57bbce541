import { recordBook } from '~/documents/drills/record-book'
import { recordPaper } from '~/documents/drills/record-paper'
import { param, serve } from '~/http/serve.server'
import { bookAnswer } from './paper-answer.server'
import { recordPrint } from './record-print.server'

export const loader = serve('person', async (ctx, { request, params }) => {
  const print = await recordPrint(ctx, param(params, 'id'), request)
  return bookAnswer(recordPaper(print).title, recordBook(print))
})
