import { catalogue } from '~/content/catalogue.server'
import { type CertificateRow, countyName } from '~/data/credentials/certificates.server'
import type { CertificatePrint } from '~/documents/credentials/certificate-sheet.server'
import { NotFound } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { printed } from '~/paths'
import { statementUrl } from './sign-statement.server'

/** Only what has neither been revoked nor replaced by a corrected one may be printed. */
export const mayPrint = ({ revokedOn, correctedBy }: CertificateRow): boolean => revokedOn === null && correctedBy === null

/** What is printed on a certificate. One that was revoked or corrected is printed no more. */
export async function certificatePrint(certificate: CertificateRow): Promise<CertificatePrint> {
  if (!mayPrint(certificate)) throw new NotFound()
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
    statementUrl: await statementUrl(certificate),
  }
}
