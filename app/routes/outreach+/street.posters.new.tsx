import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type SitesWish, siteKinds } from '~/domain/outreach/site'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { useTranslation } from '~/i18n/words'
import { AddSites } from '~/ui/outreach/add-sites'
import { titled } from '~/ui/shell/title'
import { addSites } from '~/usecases/outreach/add-sites.server'
import { placeQuestion } from './place-question.server'

const wish = z.object({
  placeId: z.string('outreach:place.refusal.noPlace'),
  kind: z.enum(siteKinds, 'outreach:place.refusal.noKind'),
  how: z.enum(['numbered', 'listed'], 'outreach:place.refusal.noKind'),
  text: z.string().default(''),
  fromBuilding: z.coerce.number('outreach:place.refusal.range').default(0),
  toBuilding: z.coerce.number('outreach:place.refusal.range').default(0),
  staircases: z.coerce.number('outreach:place.refusal.range').default(0),
})

export const loader = serve('supervisor', (ctx, { request }) => {
  const { places, place } = placeQuestion(ctx, request)
  const how = readQuery(request).oneOf('how', ['numbered', 'listed'] as const) ?? 'numbered'
  return { places: places.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })), place, how }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const { t } = translator('zh')
  const { placeId, kind, how, text, fromBuilding, toBuilding, staircases } = read.value
  const words = { building: t('outreach:place.building'), staircase: t('outreach:place.staircase') }
  const sites: SitesWish =
    how === 'listed'
      ? { kind: 'listed', text }
      : { kind: 'numbered', fromBuilding, toBuilding, staircases: kind === 'staircase' ? staircases : 0, words }
  const outcome = await addSites(ctx, { placeId, kind, sites })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/street/posters?${new URLSearchParams({ place: placeId, done: 'added', count: String(outcome.added) })}`)
})

export const handle = titled<typeof loader>((t) => t('outreach:place.new.title'))

export default function NewSites() {
  const { places, place, how } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('outreach')
  return (
    <>
      <p className="mb-2">
        <a href={`/street/posters?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('place.back')}
        </a>
      </p>
      <h1>{t('place.new.title')}</h1>
      <p className="mt-2 max-w-measure text-ink2">{t('place.new.lead')}</p>
      <AddSites places={places} placeId={place.id} how={how} answer={answer} />
    </>
  )
}
