import { useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { YearFoldersProgress } from '~/ui/drills/year-folders-progress'
import { titled } from '~/ui/shell/title'
import { getOwnFolders } from '~/usecases/drills/ask-folders.server'
import { folderBatch } from './folder-batch.server'

export const loader = serve('supervisor', (ctx, { params }) => folderBatch(getOwnFolders(ctx, param(params, 'batchId'))))

export const handle = titled<typeof loader>((t) => t('drillpapers:folders.progressTitle'))

export default function FoldersOfBatch() {
  return <YearFoldersProgress batch={useLoaderData<typeof loader>()} />
}
