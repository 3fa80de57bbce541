// Runs in a thread of its own: draws certificates page by page, so that a thousand of them cost the pages nothing.
import { postBytes, postRefused, takeParts } from '../shared/worker-port.server'
import { certificatePages } from './certificate-pages.server'
import type { CertificatePart } from './certificate-parts'

let pages: ReturnType<typeof certificatePages> | null = null

takeParts<CertificatePart>(async (part) => {
  if (part.kind === 'print') pages = certificatePages(part.title, part.author, postBytes)
  else if (part.kind === 'end') await pages?.end()
  else
    try {
      pages?.add(part.sheet)
    } catch (fault) {
      postRefused(part.number, fault)
    }
})
