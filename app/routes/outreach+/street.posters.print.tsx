import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getMicro } from '~/content/micro.server'
import { findCodes } from '~/data/outreach/poster-codes.server'
import { findSites } from '~/data/outreach/poster-sites.server'
import { posterFormats, posterLanguages, posterSizes, posterStyles } from '~/domain/outreach/poster'
import { type FormAnswer, isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { ChoosePosters } from '~/ui/outreach/choose-posters'
import { titled } from '~/ui/shell/title'
import { askPack } from '~/usecases/outreach/ask-pack.server'
import { hangable, placeQuestion } from './place-question.server'

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
  const chosenSites = query.all('site')
  const isBareOnly = query.text('bare') === '1'
  const lessons = hangable(ctx.today).map(({ id, inSeason }) => {
    const { title, skill } = getMicro(id)
    return { id, title: title[ctx.locale], skill, inSeason, hangs: codes.filter(({ lesson }) => lesson === id).length }
  })
  return {
    places: places.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
    place: { id: place.id, name: place.name },
    sites: sites.map(({ id, name, placeName, kind }) => ({
      id,
      name,
      place: placeName,
      kind,
      isBare: !hung.has(id),
      isChosen: isBareOnly ? !hung.has(id) : chosenSites.length === 0 || chosenSites.includes(id),
    })),
    lessons,
    chosen: query.all('lesson'),
    sample: (lessons.find(({ id }) => query.all('lesson').includes(id)) ?? lessons[0])?.id ?? '',
  }
})

/** A refusal that keeps every tick, and not only the last of each kind. */
const ticksKept = (form: FormData, answer: FormAnswer) => {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  return formRefused({ ...answer, values: { ...answer.values, lesson: all('lesson').join(' '), site: all('site').join(' ') } })
}

export const action = serve('supervisor', async (ctx, { request }) => {
  const { place } = placeQuestion(ctx, request)
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return ticksKept(form, read.answer)
  const { lesson, site, style, size, language, format, together } = read.value
  const look = { style, size, language, formats: format, isOneFile: together === 'yes' }
  const outcome = await askPack(ctx, { placeId: place.id, siteIds: site, lessons: lesson, look })
  return isRefused(outcome) ? ticksKept(form, refusedForm(outcome, form).data) : redirect(`/street/posters/packs/${outcome.packId}`)
})

export const handle = titled<typeof loader>((t) => t('outreach:choose.title'))

export default function PrintPosters() {
  return <ChoosePosters page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
