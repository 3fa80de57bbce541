import { serve } from '~/http/serve.server'
import { registerBook } from './register-book.server'

export const loader = serve('supervisor', (ctx, { request }) => registerBook(ctx, request, 'contest'))
