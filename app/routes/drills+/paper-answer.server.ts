import type { AnyPaper } from '~/documents/drills/paper'
import type { PaperPart } from '~/documents/drills/paper-parts'
import { fileName } from '~/domain/outreach/pack'
import { bytesFromWorker } from '~/gateways/workers.server'

const types = {
  pdf: 'application/pdf',
  zip: 'application/zip',
}
type Ending = keyof typeof types

/** A file on its way out while it is made, away from the pages. `name` is what it is called where it is kept. */
function streamed(parts: Iterable<PaperPart>, ending: Ending, name: string, disposition: 'inline' | 'attachment'): Response {
  return new Response(bytesFromWorker('papers', parts), {
    headers: {
      'Content-Type': types[ending],
      'Content-Disposition': `${disposition}; filename="drill.${ending}"; filename*=UTF-8''${encodeURIComponent(`${fileName(name)}.${ending}`)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A paper to look at and print. */
export const paperAnswer = (paper: AnyPaper): Response =>
  streamed(
    [
      { kind: 'pack', zipped: false },
      { kind: 'paper', name: '', paper },
    ],
    'pdf',
    paper.title,
    'inline',
  )

export const folderAnswer = (name: string, parts: Iterable<PaperPart>): Response => streamed(parts, 'zip', name, 'attachment')
