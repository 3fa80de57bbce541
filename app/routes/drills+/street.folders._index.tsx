import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listOwnFolderBatches } from '~/data/drills/folder-batches.server'
import { folderYear, folderYears } from '~/domain/drills/year-folder'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { type YearFolders, YearFoldersView } from '~/ui/drills/year-folders'
import { titled } from '~/ui/shell/title'
import { askFolders, supervisedUnits } from '~/usecases/drills/ask-folders.server'
import { folderBatch } from './folder-batch.server'

const wish = z.object({ placeId: z.string('drillpapers:folders.refusal.place'), year: z.string('drillpapers:folders.refusal.year') })

export const loader = serve('supervisor', async (ctx, { request }): Promise<YearFolders> => {
  const { places } = await supervisedUnits(ctx)
  const query = readQuery(request)
  const { t } = translator(ctx.locale)
  const depth = (path: string): number => path.split('/').length - (places[0]?.path.split('/').length ?? 0)
  const asked = query.text('place')
  return {
    places: places.map(({ id, name, path, units }) => ({
      value: id,
      label: `${'　'.repeat(Math.max(0, depth(path)))}${name} · ${t('drillpapers:folders.units', { count: units })}`,
    })),
    years: folderYears(ctx.today),
    chosen: { place: places.find(({ id }) => id === asked)?.id ?? places[0]?.id ?? '', year: folderYear(query.text('year'), ctx.today) },
    mine: listOwnFolderBatches(ctx.actor.accountId).map((batch) => {
      const { id, place, year, total, done, state, askedAt } = folderBatch(batch)
      return { id, place, year, total, done, state, askedAt }
    }),
  }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await askFolders(ctx, read.value)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/folders/${outcome.batchId}`, 303)
})

export const handle = titled<typeof loader>((t) => t('drillpapers:folders.title'))

export default function FoldersOfStreet() {
  return <YearFoldersView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
