import { draw, newPdf } from './certificate-pages.server'
import { type CertificatePrint, certificateSheet } from './certificate-sheet.server'

/** The certificate as a PDF of one page. */
export function certificatePdf(print: CertificatePrint): Promise<Buffer> {
  const sheet = certificateSheet(print)
  const pdf = newPdf(`${sheet.title} ${print.number}`, print.issuer)
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    pdf.addPage()
    draw(pdf, sheet)
    pdf.end()
  })
}
