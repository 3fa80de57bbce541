import { type CertificateRow, findVisibleCertificate } from '~/data/credentials/certificates.server'
import { findCorrections } from '~/data/credentials/corrections.server'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import { dayText, instantText } from '~/i18n/format'
import type { HistoryLine } from '~/ui/credentials/certificate-history'

/** What happened to a certificate, from its issue on. One in a unit that the reader may not see is named and not linked. */
export async function historyOf(ctx: Signed, certificate: CertificateRow): Promise<HistoryLine[]> {
  const { locale, actor } = ctx
  const { serial, issuedAt, revokedOn, revokedFor } = certificate
  const scope = actorScope(ctx, 'see')
  const lines: HistoryLine[] = [{ kind: 'issued', when: instantText(issuedAt, locale), serial }]
  for (const { kind, id, number, at, reason } of findCorrections(certificate.id)) {
    const other = await findVisibleCertificate(id, actor.personId, scope)
    lines.push({ kind, when: instantText(at, locale), reason, number, href: other === null ? null : `/certificates/${id}` })
  }
  if (revokedOn !== null) lines.push({ kind: 'revoked', when: dayText(revokedOn, locale), reason: revokedFor ?? '' })
  return lines
}
