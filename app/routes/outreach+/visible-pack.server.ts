import { findPack, type PosterPack } from '~/data/outreach/poster-packs.server'
import { NotFound } from '~/domain/shared/faults'
import type { Signed } from '~/http/serve.server'
import { posterPlaces } from './place-question.server'

/** A pack of a place that the asker looks after. Anything else is not found. */
export function visiblePack(ctx: Signed, id: string): PosterPack {
  const pack = findPack(id)
  if (pack === null || !posterPlaces(ctx).some((place) => place.id === pack.placeId)) throw new NotFound()
  return pack
}
