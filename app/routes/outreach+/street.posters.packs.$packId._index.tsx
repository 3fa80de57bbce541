import { useLoaderData } from '@remix-run/react'
import { findPlace } from '~/data/org/places.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { PackProgress } from '~/ui/outreach/pack-progress'
import { titled } from '~/ui/shell/title'
import { packFacts } from './pack-facts.server'
import { visiblePack } from './visible-pack.server'

export const loader = serve('supervisor', async (ctx, { params }) => {
  const pack = visiblePack(ctx, param(params, 'packId'))
  const { style, size, language } = pack.ask
  const place = await findPlace(pack.placeId ?? '')
  return {
    ...packFacts(pack, `/street/posters/packs/${pack.id}/zip`),
    place: { id: pack.placeId ?? '', name: place?.name ?? '' },
    look: { style, size, language },
  }
})

export const handle = titled<typeof loader>((t) => t('outreach:pack.title'))

export default function Pack() {
  const { place, look, ...pack } = useLoaderData<typeof loader>()
  const { t } = useTranslation('outreach')
  return (
    <>
      <p className="mb-2">
        <a href={`/street/posters?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('place.back')}
        </a>
      </p>
      <p className="text-ink2">{place.name}</p>
      <h1>{t('pack.title')}</h1>
      <p className="mt-2 text-ink2">
        {t(`choose.styles.${look.style}`)} · {t(`choose.sizes.${look.size}`)} · {t(`choose.languages.${look.language}`)}
      </p>
      <PackProgress pack={pack} />
      {pack.state === 'done' && <p className="mt-6 max-w-measure text-ink2">{t('pack.kept')}</p>}
    </>
  )
}
