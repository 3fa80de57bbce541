import { createReadableStreamFromReadable } from '@remix-run/node'
import { fileName } from '~/domain/outreach/pack'
import { NotFound } from '~/domain/shared/faults'
import { readPack } from '~/gateways/pack-files.server'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { getOwnFolders } from '~/usecases/drills/ask-folders.server'
import { folderBatch } from './folder-batch.server'

/** Only for who asked for it, and only while all its units still lie in his scope. */
export const loader = serve('supervisor', (ctx, { params }) => {
  const batch = getOwnFolders(ctx, param(params, 'batchId'))
  const { place, year } = folderBatch(batch)
  const file = batch.finishedAt === null ? null : readPack(batch.id)
  if (file === null) throw new NotFound()
  const name = fileName(`${place} ${translator(ctx.locale).t('drillpapers:folder.tab', { year })}`)
  return new Response(createReadableStreamFromReadable(file.bytes), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename="folders.zip"; filename*=UTF-8''${encodeURIComponent(`${name}.zip`)}`,
      'Cache-Control': 'private, no-store',
    },
  })
})
