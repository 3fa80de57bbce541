import { param, serve } from '~/http/serve.server'
import { askerOf } from './asker.server'
import { answerByName, toResponse } from './lesson-answer.server'

export const loader = serve('anyone', (ctx, { request, params }) =>
  toResponse(answerByName({ name: param(params, 'lesson'), view: '', search: new URL(request.url).search }, askerOf(ctx, request))),
)
