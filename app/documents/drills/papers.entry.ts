// Runs in a thread of its own: draws papers file by file, as one zip or as the bytes of one file, so that a roll of two thousand or the folders of a street cost the pages nothing.
import { workbookParts } from '../duties/workbook-parts'
import { workbookWriter } from '../duties/workbook-writer.server'
import { postBytes, postRefused, takeParts } from '../shared/worker-port.server'
import { zipWriter } from '../shared/zip-writer.server'
import type { PaperFile, PaperPart } from './paper-parts'
import { paperPdf } from './paper-pdf.server'

let zip: ReturnType<typeof zipWriter> | null = null

async function bytesOf(file: PaperFile): Promise<Buffer> {
  if (file.kind === 'paper') return paperPdf(file.paper)
  const parts: Uint8Array[] = []
  const book = workbookWriter((bytes) => parts.push(bytes))
  for (const part of workbookParts(file.sheets)) book.take(part)
  await book.end()
  return Buffer.concat(parts)
}

/** A file that cannot be made is told, and a folder goes on without it; a single file has nothing to go on with. */
async function add(file: PaperFile): Promise<void> {
  if (zip === null) return postBytes(await bytesOf(file))
  try {
    zip.add(file.name, await bytesOf(file), false)
  } catch (fault) {
    postRefused(file.name, fault)
  }
}

takeParts<PaperPart>(async (part) => {
  if (part.kind === 'end') await zip?.end()
  else if (part.kind === 'pack') zip = part.zipped ? zipWriter(postBytes) : null
  else await add(part)
})
