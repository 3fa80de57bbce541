import { certificatePdf } from '~/documents/credentials/certificate-pdf.server'
import { param, serve } from '~/http/serve.server'
import { certificatePrint } from '~/usecases/credentials/print-certificate.server'
import { fileAnswer, visibleCertificate } from './certificate-print.server'

export const loader = serve('person', async (ctx, { params }) => {
  const certificate = await visibleCertificate(ctx, param(params, 'id'))
  return fileAnswer(await certificatePdf(await certificatePrint(certificate)), 'application/pdf', 'attachment', `${certificate.number}.pdf`)
})
