import { catalogue } from '~/content/catalogue.server'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { findSetPack } from '~/usecases/outreach/ask-pack.server'
import { readSetLook } from './set-files.server'
import { zipAnswer } from './zip-answer.server'

/** A set's files in a look, once somebody has asked for them. */
export const loader = serve('anyone', ({ locale }, { request, params }) => {
  const set = catalogue().sets.get(param(params, 'setting'))
  const look = readSetLook(request, locale)
  if (!look.isWhole) throw new NotFound()
  const pack = set === undefined ? null : findSetPack(set.id, look)
  if (set === undefined || pack?.finishedAt == null) throw new NotFound()
  return zipAnswer(pack.id, set.title[look.language], 'public, max-age=3600')
})
