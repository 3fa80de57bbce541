import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { processKind } from '~/env.server'
import { log } from './log.server'

/** Programs that run in a thread of their own, by where they lie below app/; scripts/build.ts makes build/workers of them. */
export const workerEntries = {
  workbook: 'documents/duties/workbook.entry.ts',
  posters: 'documents/outreach/posters.entry.ts',
  certificates: 'documents/credentials/certificates.entry.ts',
  papers: 'documents/drills/papers.entry.ts',
  roster: 'documents/classes/roster.entry.ts',
  table: 'documents/imports/table.entry.ts',
  questions: 'documents/banks/bank-text.entry.ts',
} as const

/** One may be a pack, which takes minutes, and one a public file; there is always one more for who is signed in. */
const atOnce = 3
const heapMegabytes = 512

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bytes'), bytes: z.instanceof(Uint8Array<ArrayBuffer>) }),
  z.object({ kind: z.literal('refused'), name: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('more') }),
  z.object({ kind: z.literal('end') }),
])

/** Without a build: a thread does not take over its parent's way of reading TypeScript. */
const fromSource = `import('tsx/esm/api').then(({ register }) => { register(); return import(require('node:worker_threads').workerData) })`

/** A part of which the worker could make nothing. */
export type RefusedPart = { name: string; reason: string }
type OnRefused = (part: RefusedPart) => void

let running = 0
const waiting: (() => void)[] = []

async function enter(): Promise<void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
}

/** The place of one that is done goes to the first that waits. */
function leave(): void {
  const next = waiting.shift()
  if (next === undefined) running -= 1
  else next()
}

function start(entry: keyof typeof workerEntries): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMegabytes }
  if (processKind === 'production') return new Worker(path.resolve('build/workers', `${entry}.js`), { resourceLimits })
  return new Worker(fromSource, { resourceLimits, eval: true, workerData: pathToFileURL(path.resolve('app', workerEntries[entry])).href })
}

/**
 * The bytes that a worker makes of parts. It gets the next part when it has asked for it, so that making the parts never keeps the
 * server's thread for long. Three run at once, others wait. Ends the worker when nobody reads any more. `onRefused` hears of parts that
 * are left out.
 */
export function bytesFromWorker(
  entry: keyof typeof workerEntries,
  parts: Iterable<unknown>,
  onRefused: OnRefused = () => {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let end = () => {}
  let isCancelled = false
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(controller) {
      await enter()
      if (isCancelled) return leave()
      end = run(start(entry), parts, controller, onRefused)
    },
    cancel() {
      isCancelled = true
      end()
    },
  })
}

/** Hands the parts to the worker and its bytes on; the returned function ends it early. */
function run(
  worker: Worker,
  parts: Iterable<unknown>,
  controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  onRefused: OnRefused,
): () => void {
  const left = parts[Symbol.iterator]()
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    leave()
    worker.terminate().catch((fault: unknown) => log.error({ fault }, 'a worker did not end'))
  }
  const fail = (fault: unknown) => {
    if (isOver) return
    log.error({ fault }, 'a worker failed')
    end()
    controller.error(fault)
  }
  const tell = () => {
    const next = left.next()
    worker.postMessage(next.done ? { kind: 'end' } : next.value)
  }
  const hear = (message: unknown) => {
    if (isOver) return
    const answer = said.parse(message)
    if (answer.kind === 'bytes') return controller.enqueue(answer.bytes)
    if (answer.kind === 'refused') return onRefused({ name: answer.name, reason: answer.reason })
    if (answer.kind === 'more') return tell()
    end()
    controller.close()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('a worker ended early')))
  worker.on('message', (message: unknown) => {
    try {
      hear(message)
    } catch (fault) {
      fail(fault)
    }
  })
  tell()
  return end
}
