import { param, serve } from '~/http/serve.server'
import { getHeldClass } from '~/usecases/classes/reached-class.server'
import { calendarAnswer } from './class-calendar.server'

export const loader = serve('person', async (ctx, { params }) => {
  const { facts } = await getHeldClass(ctx, param(params, 'id'))
  return calendarAnswer(ctx, facts, null, `/classes/${facts.id}`)
})
