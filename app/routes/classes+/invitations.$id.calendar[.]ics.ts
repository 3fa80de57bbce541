import { param, serve } from '~/http/serve.server'
import { getInvitation } from '~/usecases/classes/reached-invitation.server'
import { calendarAnswer } from './class-calendar.server'

export const loader = serve('person', async (ctx, { params }) => {
  const { facts, invitation } = await getInvitation(ctx, param(params, 'id'))
  return calendarAnswer(ctx, facts, invitation.answer?.classroomId ?? null, `/invitations/${invitation.id}`)
})
