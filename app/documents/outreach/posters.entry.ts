// Runs in a thread of its own: draws posters file by file, as one zip or as the bytes of one file, so that a whole community costs the pages nothing.
import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { ZipFile } from 'yazl'
import type { PosterPart } from './poster-parts'
import { posterPdf } from './poster-pdf.server'
import { posterPng, posterSvg } from './poster-svg.server'

const port = parentPort
if (port === null) throw new Error('posters are drawn in a worker thread')

type Made = Exclude<PosterPart, { kind: 'pack' }>
let zip: ZipFile | null = null
let packed: Promise<void> = Promise.resolve()

function post(chunk: Uint8Array): void {
  const bytes = new Uint8Array(chunk)
  port?.postMessage({ kind: 'bytes', bytes }, [bytes.buffer])
}

async function bytesOf(file: Made): Promise<Buffer> {
  if (file.kind === 'text') return Buffer.from(file.text, 'utf8')
  if (file.format === 'pdf') return posterPdf(file.prints)
  const [print, ...more] = file.prints
  if (print === undefined || more.length > 0) throw new Error('a picture holds one poster')
  return file.format === 'png' ? posterPng(print) : Buffer.from(posterSvg(print), 'utf8')
}

function begin(zipped: boolean): void {
  if (!zipped) return
  const made = new ZipFile()
  zip = made
  packed = new Promise((resolve, reject) => {
    made.outputStream.on('data', post)
    made.outputStream.on('end', resolve)
    made.outputStream.on('error', reject)
    made.on('error', reject)
  })
}

/** A poster that cannot be drawn is told, and a pack goes on without it; a single file has nothing to go on with. */
async function add(file: Made): Promise<void> {
  if (zip === null) return post(await bytesOf(file))
  try {
    const isPacked = file.kind === 'file' && file.format !== 'svg'
    zip.addBuffer(await bytesOf(file), file.name, { compress: !isPacked })
  } catch (fault) {
    port?.postMessage({ kind: 'refused', name: file.name, reason: fault instanceof Error ? fault.message : String(fault) })
  }
}

async function take(part: PosterPart | { kind: 'end' }): Promise<void> {
  if (part.kind === 'pack') begin(part.zipped)
  else if (part.kind === 'end') {
    zip?.end()
    await packed
  } else await add(part)
  await setImmediate()
  port?.postMessage({ kind: part.kind === 'end' ? 'end' : 'more' })
}

port.on('message', take)
