// Runs in a thread of its own: draws certificates page by page, so that a thousand of them cost the pages nothing.
import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { certificatePages } from './certificate-pages.server'
import type { CertificatePart } from './certificate-parts'

const port = parentPort
if (port === null) throw new Error('certificates are printed in a worker thread')

function post(chunk: Uint8Array): void {
  const bytes = new Uint8Array(chunk)
  port?.postMessage({ kind: 'bytes', bytes }, [bytes.buffer])
}

let pages: ReturnType<typeof certificatePages> | null = null

async function take(part: CertificatePart | { kind: 'end' }): Promise<void> {
  if (part.kind === 'print') pages = certificatePages(part.title, part.author, post)
  else if (part.kind === 'end') await pages?.end()
  else
    try {
      pages?.add(part.sheet)
    } catch (fault) {
      port?.postMessage({ kind: 'refused', name: part.number, reason: fault instanceof Error ? fault.message : String(fault) })
    }
  await setImmediate()
  port?.postMessage({ kind: part.kind === 'end' ? 'end' : 'more' })
}

port.on('message', take)
