import { serve } from '~/http/serve.server'
import { withdrawnList } from '~/usecases/credentials/withdrawn-list.server'

/** The signed list of what was revoked or superseded, by serial: no names, no numbers. */
export const loader = serve('anyone', async ({ now }, { request }) => {
  const { bytes, etag } = await withdrawnList(now)
  const headers = { ETag: etag, 'Cache-Control': 'public, no-cache', 'X-Robots-Tag': 'noindex' }
  const known = (request.headers.get('If-None-Match') ?? '').split(/\s*,\s*/).map((tag) => tag.replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': 'application/octet-stream' } })
})
