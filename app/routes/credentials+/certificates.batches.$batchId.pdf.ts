import { createReadableStreamFromReadable } from '@remix-run/node'
import { findOwnBatch } from '~/data/credentials/batches.server'
import { NotFound } from '~/domain/shared/faults'
import { readPack } from '~/gateways/pack-files.server'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'

/** Only for who asked for it, and only while all its units still lie in his scope. */
export const loader = serve('person', async (ctx, { params }) => {
  const batch = await findOwnBatch(param(params, 'batchId'), ctx.actor.accountId, actorScope(ctx, 'see'))
  const file = batch === null || batch.finishedAt === null ? null : readPack(batch.id, 'pdf')
  if (file === null) throw new NotFound()
  return new Response(createReadableStreamFromReadable(file.bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(file.size),
      'Content-Disposition': 'attachment; filename="certificates.pdf"',
      'Cache-Control': 'private, no-store',
    },
  })
})
