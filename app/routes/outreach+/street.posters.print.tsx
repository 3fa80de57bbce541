import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { findCodes } from '~/data/outreach/poster-codes.server'
import { findSites } from '~/data/outreach/poster-sites.server'
import { inSeason } from '~/domain/outreach/find-lessons'
import { posterFormats, posterLanguages, posterSizes, posterStyles } from '~/domain/outreach/poster'
import { formatDay } from '~/domain/shared/day'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { ChoosePosters } from '~/ui/outreach/choose-posters'
import { titled } from '~/ui/shell/title'
import { askPack } from '~/usecases/outreach/ask-pack.server'
import { placeQuestion } from './place-question.server'

/** One ticked box comes as a text, several as a list. */
const several = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
const wish = z.object({
  lesson: several,
  site: several,
  style: z.enum(posterStyles, 'outreach:place.refusal.noLook'),
  size: z.enum(posterSizes, 'outreach:place.refusal.noLook'),
  language: z.enum(posterLanguages, 'outreach:place.refusal.noLook'),
  format: several.pipe(z.array(z.enum(posterFormats, 'outreach:place.refusal.noFormat'))),
  together: z.string().optional(),
})

export const loader = serve('supervisor', (ctx, { request }) => {
  const query = readQuery(request)
  const { places, place } = placeQuestion(ctx, request)
  const sites = findSites(place.path)
  const codes = findCodes(place.path)
  const hung = new Set(codes.map(({ siteId }) => siteId))
  const lessons = [...catalogue().micro.values()].filter(({ successor }) => successor === undefined)
  const month = Number(formatDay(ctx.today).slice(5, 7))
  const season = new Set(
    inSeason(
      lessons.map(({ id, months }) => ({ title: id, line: '', words: [], readers: [], months })),
      month,
    ).map(({ title }) => title),
  )
  const chosenSites = query.all('site')
  return {
    places: places.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
    place: { id: place.id, name: place.name },
    sites: sites.map(({ id, name, placeName, kind }) => ({
      id,
      name,
      place: placeName,
      kind,
      isBare: !hung.has(id),
      isChosen: chosenSites.length === 0 || chosenSites.includes(id),
    })),
    lessons: lessons.map(({ id, title, skill, poster }) => ({
      id,
      title: title[ctx.locale],
      headline: poster.headline[ctx.locale],
      skill,
      inSeason: season.has(id),
      hangs: codes.filter(({ lesson }) => lesson === id).length,
    })),
    chosen: query.all('lesson'),
    sample: query.all('lesson')[0] ?? lessons[0]?.id ?? '',
  }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const { place } = placeQuestion(ctx, request)
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const { lesson, site, style, size, language, format, together } = read.value
  const look = { style, size, language, formats: format, isOneFile: together === 'yes' }
  const outcome = await askPack(ctx, { placeId: place.id, siteIds: site, lessons: lesson, look })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/posters/packs/${outcome.packId}`)
})

export const handle = titled<typeof loader>((t) => t('outreach:choose.title'))

export default function PrintPosters() {
  return <ChoosePosters page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
