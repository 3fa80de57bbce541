import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'

const port = parentPort

/** Hands bytes to whoever started this worker; see bytesFromWorker. */
export function postBytes(chunk: Uint8Array): void {
  const bytes = new Uint8Array(chunk)
  port?.postMessage({ kind: 'bytes', bytes }, [bytes.buffer])
}

/** Says that a part is left out, and why. */
export const postRefused = (name: string, fault: unknown): void =>
  port?.postMessage({ kind: 'refused', name, reason: fault instanceof Error ? fault.message : String(fault) })

/** Takes the parts of a work one after the other, each when the one before is done; the last is the end. */
export function takeParts<Part>(take: (part: Part | { kind: 'end' }) => Promise<void>): void {
  if (port === null) throw new Error('this runs in a worker thread')
  port.on('message', async (part: (Part & { kind: string }) | { kind: 'end' }) => {
    await take(part)
    await setImmediate()
    port.postMessage({ kind: part.kind === 'end' ? 'end' : 'more' })
  })
}
