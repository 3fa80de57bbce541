import type { ReadDocument } from '~/usecases/duties/read-local-duty-file.server'

/** A document to be saved, never opened inside a page of ours. */
export const documentAnswer = ({ name, type, bytes }: ReadDocument): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="document.${type === 'application/pdf' ? 'pdf' : 'jpg'}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
