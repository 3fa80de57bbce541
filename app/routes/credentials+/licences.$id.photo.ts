import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { seeLicencePhoto } from '~/usecases/credentials/see-licence-photo.server'

/** The photograph of a card, for its holder, a manager of his, and the street: never kept by anything on the way. */
export const loader = serve('person', async (ctx, { params }) => {
  const picture = await seeLicencePhoto(ctx, param(params, 'id'))
  if (picture === null) throw new NotFound()
  return new Response(new Uint8Array(picture), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Disposition': 'inline; filename="licence.jpg"',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
