import { findPlace } from '~/data/org/places.server'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { visiblePack } from './visible-pack.server'
import { zipAnswer } from './zip-answer.server'

export const loader = serve('supervisor', async (ctx, { params }) => {
  const pack = visiblePack(ctx, param(params, 'packId'))
  const place = await findPlace(pack.placeId ?? '')
  const { t } = translator(ctx.locale)
  return zipAnswer(pack.id, t('outreach:place.title', { place: place?.name ?? '' }), 'private, no-store')
})
