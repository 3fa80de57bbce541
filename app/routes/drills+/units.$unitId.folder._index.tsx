import { useLoaderData } from '@remix-run/react'
import { folderFigures } from '~/documents/drills/folder-print'
import { folderYears } from '~/domain/drills/year-folder'
import { param, serve } from '~/http/serve.server'
import { type YearFolder, YearFolderView } from '~/ui/drills/year-folder'
import { titled } from '~/ui/shell/title'
import { seenFolder } from './seen-folder.server'

export const loader = serve('person', async (ctx, { request, params }): Promise<YearFolder> => {
  const { unit, print } = await seenFolder(ctx, param(params, 'unitId'), request)
  return { unit: { id: unit.id, name: unit.name }, year: print.year, years: folderYears(ctx.today), figures: folderFigures(print) }
})

export const handle = titled<typeof loader>((t, { unit, year }) => t('drillpapers:folder.title', { unit: unit.name, year }))

export default function FolderOfUnit() {
  return <YearFolderView page={useLoaderData<typeof loader>()} />
}
