// Runs in a thread of its own: draws posters file by file, as one zip or as the bytes of one file, so that a whole community costs the pages nothing.
import { postBytes, postRefused, takeParts } from '../shared/worker-port.server'
import { zipWriter } from '../shared/zip-writer.server'
import type { PosterPart } from './poster-parts'
import { posterPdf } from './poster-pdf.server'
import { posterPng, posterSvg } from './poster-svg.server'

type Made = Exclude<PosterPart, { kind: 'pack' }>
let zip: ReturnType<typeof zipWriter> | null = null

async function bytesOf(file: Made): Promise<Buffer> {
  if (file.kind === 'text') return Buffer.from(file.text, 'utf8')
  if (file.format === 'pdf') return posterPdf(file.prints)
  const [print, ...more] = file.prints
  if (print === undefined || more.length > 0) throw new Error('a picture holds one poster')
  return file.format === 'png' ? posterPng(print) : Buffer.from(posterSvg(print), 'utf8')
}

/** A poster that cannot be drawn is told, and a pack goes on without it; a single file has nothing to go on with. */
async function add(file: Made): Promise<void> {
  if (zip === null) return postBytes(await bytesOf(file))
  try {
    const isPacked = file.kind === 'file' && file.format !== 'svg'
    zip.add(file.name, await bytesOf(file), !isPacked)
  } catch (fault) {
    postRefused(file.name, fault)
  }
}

takeParts<PosterPart>(async (part) => {
  if (part.kind === 'end') await zip?.end()
  else if (part.kind === 'pack') zip = part.zipped ? zipWriter(postBytes) : null
  else await add(part)
})
