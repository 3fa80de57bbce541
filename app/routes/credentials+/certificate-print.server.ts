import { catalogue } from '~/content/catalogue.server'
import { type CertificateRow, countyName, findVisibleCertificate } from '~/data/credentials/certificates.server'
import type { CertificatePrint } from '~/documents/credentials/certificate-sheet.server'
import { NotFound } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import { printed } from '~/paths'

/** The certificate, if it is the asker's own or in a unit he may see. Anything else is not found. */
export async function visibleCertificate(ctx: Signed, id: string): Promise<CertificateRow> {
  const certificate = await findVisibleCertificate(id, ctx.actor.personId, actorScope(ctx, 'see'))
  if (!certificate) throw new NotFound()
  return certificate
}

/** What is printed. A revoked certificate is printed no more. */
export function certificatePrint(certificate: CertificateRow): CertificatePrint {
  if (certificate.revokedOn !== null) throw new NotFound()
  const { name, unitName, position, course, passedOn, number, token } = certificate
  const { courses, vocabulary } = catalogue()
  const known = courses.get(course)
  return {
    name,
    unitName,
    position: vocabulary.positions.get(position) ?? { zh: position, en: position },
    course: { zh: known?.zh.title ?? course, en: known?.en.title ?? course },
    passedOn,
    number,
    issuer: countyName(),
    checkUrl: `${settings().publicUrl}${printed.certificate(token)}`.toUpperCase(),
  }
}

/** A file answer, private; `name` is what a browser saves it as. */
export const fileAnswer = (body: Buffer, type: string, disposition: 'inline' | 'attachment', name: string): Response =>
  new Response(new Uint8Array(body), {
    headers: { 'Content-Type': type, 'Content-Disposition': `${disposition}; filename="${name}"`, 'Cache-Control': 'private, no-store' },
  })
