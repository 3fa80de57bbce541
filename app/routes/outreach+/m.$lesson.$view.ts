import { param, serve } from '~/http/serve.server'
import { microAnswer } from './micro-answer.server'

export const loader = serve('anyone', (_, { request, params }) =>
  microAnswer(param(params, 'lesson'), param(params, 'view'), new URL(request.url)),
)
