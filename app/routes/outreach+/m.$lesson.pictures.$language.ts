import { getMicro } from '~/content/micro.server'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { storyPicture } from './story-picture.server'

/** The picture story of a lesson in one language. */
export const loader = serve('anyone', (_, { params }) => {
  const language = param(params, 'language')
  if (language !== 'zh' && language !== 'en') throw new NotFound()
  const picture = storyPicture(getMicro(param(params, 'lesson')).id, language)
  return new Response(picture, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'public, max-age=86400' } })
})
