import { redirect } from '@remix-run/node'
import { isRefused } from '~/domain/shared/refusal'
import { param, serve } from '~/http/serve.server'
import { formWithPhotograph } from '~/http/upload.server'
import { addDrillPhoto } from '~/usecases/drills/add-drill-photo.server'
import { boardDrill } from './seen-drill.server'

export const loader = serve('person', async (ctx, { params }) => {
  const { facts } = await boardDrill(ctx, param(params, 'id'))
  return redirect(`/drills/${facts.id}/board`)
})

/** A photograph from the board; where it cannot be taken the board says why. */
export const action = serve('person', async (ctx, { request, params }) => {
  const { facts, me } = await boardDrill(ctx, param(params, 'id'))
  const board = `/drills/${facts.id}/board`
  const read = await formWithPhotograph(request)
  if (isRefused(read)) return redirect(`${board}?photo=tooLarge`, 303)
  if (read.photo === null) return redirect(`${board}?photo=none`, 303)
  const zone = facts.body.zones.find(({ marshals }) => marshals.some(({ id }) => id === me))?.name ?? ''
  const outcome = await addDrillPhoto(ctx, { drillId: facts.id, me, zone, bytes: read.photo })
  return redirect(isRefused(outcome) ? `${board}?photo=refused` : `${board}?photo=added`, 303)
})
