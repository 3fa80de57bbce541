import { publishedKeys } from '~/data/credentials/signing-keys.server'
import { serve } from '~/http/serve.server'
import { ensureSigningKey } from '~/usecases/credentials/signing-key.server'

/** The public halves of all keys, for whoever checks certificates without us. */
export const loader = serve('anyone', async ({ now }) => {
  await ensureSigningKey(now)
  const keys = (await publishedKeys()).map(({ id: _, ...key }) => key)
  return Response.json({ keys }, { headers: { 'Cache-Control': 'public, no-cache', 'X-Robots-Tag': 'noindex' } })
})
