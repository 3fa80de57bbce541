import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOwnBatch } from '~/data/credentials/batches.server'
import { type PackState, packState } from '~/domain/outreach/pack'
import { NotFound } from '~/domain/shared/faults'
import { hasPack } from '~/gateways/pack-files.server'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { BatchProgress } from '~/ui/credentials/batch-progress'
import { titled } from '~/ui/shell/title'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export const loader = serve('person', async (ctx, { params }) => {
  const batch = await findOwnBatch(param(params, 'batchId'), ctx.actor.accountId, actorScope(ctx, 'see'))
  if (batch === null) throw new NotFound()
  const { id, done, total, left, bytes } = batch
  const made = packState(batch)
  const state: PackState = made === 'done' && !hasPack(id, 'pdf') ? 'failed' : made
  return {
    id,
    state,
    done,
    total,
    left,
    megabytes: bytes === null ? null : Math.max(0.1, Math.round(bytes / 100_000) / 10),
  }
})

export const handle = titled<typeof loader>((t) => t('credentials:register.batch.title'))

export default function Batch() {
  return <BatchProgress batch={useLoaderData<typeof loader>()} />
}
