import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { seeDrillPhoto } from '~/usecases/drills/see-drill-photo.server'

/** A photograph of the signed sheet, for whoever sees the unit: never kept by anything on the way. */
export const loader = serve('person', async (ctx, { params }) => {
  const picture = await seeDrillPhoto(ctx, param(params, 'id'), param(params, 'photo'))
  if (picture === null) throw new NotFound()
  return new Response(new Uint8Array(picture), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Disposition': 'inline; filename="sheet.jpg"',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
