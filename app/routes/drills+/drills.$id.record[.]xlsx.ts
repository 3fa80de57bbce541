import { recordBook } from '~/documents/drills/record-book'
import { recordPaper } from '~/documents/drills/record-paper'
import { fileName } from '~/domain/outreach/pack'
import { param, serve } from '~/http/serve.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { recordPrint } from './record-print.server'

export const loader = serve('person', async (ctx, { request, params }) => {
  const print = await recordPrint(ctx, param(params, 'id'), request)
  return sheetsLeave(ctx, request, { title: fileName(recordPaper(print).title), plain: 'drill' }, recordBook(print))
})
