import { type CertificateRow, findVisibleCertificate } from '~/data/credentials/certificates.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'

/** The certificate, if it is the asker's own or in a unit he may see. Anything else is not found. */
export async function visibleCertificate(ctx: Signed, id: string): Promise<CertificateRow> {
  const certificate = await findVisibleCertificate(id, ctx.actor.personId, actorScope(ctx, 'see'))
  if (!certificate) throw new NotFound()
  return certificate
}

/** A file answer, private; `name` is what a browser saves it as. */
export const fileAnswer = (body: Buffer, type: string, disposition: 'inline' | 'attachment', name: string): Response =>
  new Response(new Uint8Array(body), {
    headers: { 'Content-Type': type, 'Content-Disposition': `${disposition}; filename="${name}"`, 'Cache-Control': 'private, no-store' },
  })
