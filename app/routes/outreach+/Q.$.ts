import { serve } from '~/http/serve.server'
import { askerOf } from './asker.server'
import { answerByCode, toResponse } from './lesson-answer.server'

/** What a printed code leads to: `/Q/<code>`, or with a view behind it. Whatever else is asked for here is a damaged code. */
export const loader = serve('anyone', (ctx, { request, params }) => {
  const [name = '', view = ''] = (params['*'] ?? '').split('/')
  return toResponse(answerByCode({ name, view, search: new URL(request.url).search }, askerOf(ctx, request)))
})
