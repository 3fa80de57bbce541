import { param, serve } from '~/http/serve.server'
import { askerOf } from './asker.server'
import { answerByName, toResponse } from './lesson-answer.server'

export const loader = serve('anyone', (ctx, { request, params }) => {
  const asking = { name: param(params, 'lesson'), view: param(params, 'view'), search: new URL(request.url).search }
  return toResponse(answerByName(asking, askerOf(ctx, request)))
})
