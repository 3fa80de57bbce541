import { findScannedCode } from '~/data/outreach/poster-codes.server'
import { readPosterCode } from '~/domain/outreach/poster-code'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { getPosterSite } from '~/usecases/outreach/supervised-site.server'
import { titleOf } from './place-question.server'
import { posterFile, readPosterFile } from './poster-file.server'

/** The poster of one code, for who looks after its site. */
export const loader = serve('supervisor', (ctx, { params }) => {
  const read = readPosterCode(param(params, 'code'))
  const found = read.kind === 'code' ? findScannedCode(read.code) : null
  if (found === null) throw new NotFound()
  getPosterSite(ctx, found.siteId)
  const { code, lesson, placeName, siteName } = found
  const file = readPosterFile(param(params, 'file'))
  const place = `${placeName} ${siteName}`
  const title = `${siteName} ${titleOf(lesson, file.look.language)} ${code}`
  return posterFile(file, { lesson, leads: { kind: 'code', code, place }, title })
})
