import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import { registerSheet } from './register-sheet.server'

export const loader = serve('supervisor', (ctx, { request }) => registerSheet(ctx, request, actorScope(ctx, 'supervise')))
