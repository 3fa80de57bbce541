import { getMicro } from '~/content/micro.server'
import { admitAddress } from '~/http/public-limit.server'
import { param, serve } from '~/http/serve.server'
import { publicPosterFile, readPosterFile } from './poster-file.server'

/** The poster of a lesson that may hang anywhere: its code leads to the lesson itself. */
export const loader = serve('anyone', async ({ address }, { params }) => {
  await admitAddress(address)
  const file = readPosterFile(param(params, 'file'))
  const lesson = getMicro(param(params, 'lesson'))
  const title = lesson.title[file.look.language]
  return publicPosterFile(file, { lesson: lesson.id, leads: { kind: 'lesson', slug: lesson.id }, title })
})
