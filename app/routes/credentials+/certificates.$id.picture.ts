import { certificatePicture } from '~/documents/credentials/certificate-picture.server'
import { param, serve } from '~/http/serve.server'
import { certificatePrint } from '~/usecases/credentials/print-certificate.server'
import { fileAnswer, visibleCertificate } from './certificate-print.server'

export const loader = serve('person', async (ctx, { params }) => {
  const certificate = await visibleCertificate(ctx, param(params, 'id'))
  return fileAnswer(await certificatePicture(await certificatePrint(certificate)), 'image/png', 'inline', `${certificate.number}.png`)
})
