import { createHash } from 'node:crypto'
import { readCode, tokenLength } from '~/domain/shared/codes'
import { NotFound } from '~/domain/shared/faults'
import { admitAddress } from '~/http/public-limit.server'
import { param, serve } from '~/http/serve.server'
import { readFeed } from '~/usecases/notices/read-feed.server'

/** A calendar for whoever has its address; a calendar program that asks again is told only whether anything changed. */
export const loader = serve('anyone', async ({ address, today }, { request, params }) => {
  await admitAddress(address)
  const token = readCode(param(params, 'file').replace(/\.ics$/i, ''), tokenLength)
  const file = token === null ? null : await readFeed(token, today)
  if (file === null) throw new NotFound()
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex, nofollow' }
  const known = (request.headers.get('If-None-Match') ?? '').split(/\s*,\s*/).map((tag) => tag.replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(file, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
})
