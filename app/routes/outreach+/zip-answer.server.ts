import { createReadableStreamFromReadable } from '@remix-run/node'
import { fileName } from '~/domain/outreach/pack'
import { NotFound } from '~/domain/shared/faults'
import { readPack } from '~/gateways/pack-files.server'

/** A finished pack on its way out; not found while it is being made. */
export function zipAnswer(id: string, title: string, cache: string): Response {
  const pack = readPack(id)
  if (pack === null) throw new NotFound()
  return new Response(createReadableStreamFromReadable(pack.bytes), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(pack.size),
      'Content-Disposition': `attachment; filename="posters.zip"; filename*=UTF-8''${encodeURIComponent(`${fileName(title)}.zip`)}`,
      'Cache-Control': cache,
    },
  })
}
