import { findUnit } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { registerSheet } from './register-sheet.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findUnit(scope, param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return registerSheet(ctx, request, scope, unit.id)
})
