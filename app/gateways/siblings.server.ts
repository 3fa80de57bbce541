import cluster from 'node:cluster'
import { z } from 'zod'

/** The number of this process among those that serve together; null where it is alone. */
export const workerNumber = (): number | null => cluster.worker?.id ?? null

const said = z.object({ worker: z.number(), text: z.string() })
/** What a process says about itself. */
export type Said = z.output<typeof said>

const heard = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), ask: z.number() }),
  z.object({ kind: z.literal('said'), ask: z.number(), all: z.array(said) }),
  z.object({ kind: z.literal('allClosed') }),
])

/** Longer than the process above waits for all of them. */
const mostForAnswer = 3_000
/** Milliseconds for the others to close the door that all have in common. */
const mostForClosing = 6_000

let asked = 0
const waiting = new Map<number, (all: Said[]) => void>()
let ownText: () => string = () => ''
let hearAllClosed: () => void = () => undefined

function tell(message: Record<string, unknown>): void {
  if (process.connected) process.send?.(message)
}

/** From now on says about this process what `own` returns, whichever of the processes asks. */
export function saySiblings(own: () => string): void {
  ownText = own
  if (workerNumber() === null) return
  process.on('message', (given) => {
    const read = heard.safeParse(given)
    if (!read.success) return
    const { data } = read
    if (data.kind === 'say') tell({ kind: 'says', ask: data.ask, text: ownText() })
    else if (data.kind === 'said') waiting.get(data.ask)?.(data.all)
    else hearAllClosed()
  })
}

/** What every process that serves says about itself; one that does not answer in time is left out. Null where this one is alone. */
export async function askSiblings(): Promise<Said[] | null> {
  const worker = workerNumber()
  if (worker === null) return null
  asked += 1
  const ask = asked
  const own = [{ worker, text: ownText() }]
  const all = await new Promise<Said[]>((resolve) => {
    waiting.set(ask, resolve)
    setTimeout(resolve, mostForAnswer, own).unref()
    tell({ kind: 'ask', ask })
  })
  waiting.delete(ask)
  return all.length === 0 ? own : all
}

/** Says that this process takes no new connection; resolves when none of those that are told to stop takes any. */
export async function allClosed(): Promise<void> {
  await new Promise<void>((resolve) => {
    hearAllClosed = resolve
    setTimeout(resolve, mostForClosing).unref()
    tell({ kind: 'closed' })
  })
}
