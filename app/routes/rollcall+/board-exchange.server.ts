import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { epoch } from '~/data/epoch.server'
import type { CallFacts } from '~/data/rollcall/calls.server'
import { entriesTextAfter, isNumbered, lastEntry } from '~/data/rollcall/entries.server'
import { type SentEntry, sentEntry } from '~/domain/rollcall/event'
import { isRefused, type Refused } from '~/domain/shared/refusal'
import { readClock } from '~/gateways/clock.server'
import { isStopping } from '~/gateways/stopping.server'
import type { Asked } from '~/http/asked.server'
import { isOverlong } from '~/http/forms.server'
import { withProof } from '~/usecases/rollcall/entry-proof.server'
import type { Taken } from '~/usecases/rollcall/record-entries.server'

const longestWait = 8_000
const lookEvery = 250
const mostBytes = 2_000_000
const mostEntries = 500

/** `at`: the entry that the phone knows by the number `after`. */
function isLacking(callId: string, request: Asked, after: number): boolean {
  const at = new URL(request.url).searchParams.get('at')
  return at !== null && !isNumbered(callId, after, at)
}

/** Everything after an entry that is known. `wait=1`: answers as soon as there is something or the server stops, at the latest after eight seconds. */
export async function askCall(call: CallFacts, request: Asked): Promise<BoardAnswer> {
  const { searchParams } = new URL(request.url)
  const asked = Number(searchParams.get('after') ?? '0')
  const after = Number.isSafeInteger(asked) && asked >= 0 ? asked : 0
  const lacks = isLacking(call.id, request, after)
  if (searchParams.get('wait') === '1' && !lacks)
    for (let waited = 0; waited < longestWait && isWorthWaiting(call, request, after); waited += lookEvery) await pause(lookEvery)
  return told(call, { after, lacks, refused: [] })
}

const batch = z.strictObject({
  sentAt: z.number().int(),
  after: z.number().int().min(0),
  entries: z.array(z.unknown()).max(mostEntries),
})

type Recording = (sentAt: number, entries: readonly SentEntry[]) => Promise<Taken | Refused>

/**
 * What a phone made, each entry once however often it is sent. An entry that cannot be read is refused by its id, and the others are
 * taken. A call that is closed answers 409 and the phone keeps what it has. `record`: what takes those that can be read.
 */
export async function sendCall(call: CallFacts, request: Asked, record: Recording): Promise<BoardAnswer> {
  const read = batch.safeParse(await bodyOf(request))
  if (!read.success) return fault('unreadable', 400)
  const { sentAt, after, entries } = read.data
  const parsed = entries.map((entry) => ({ entry, read: sentEntry.safeParse(entry) }))
  const sound = parsed.flatMap((one) => (one.read.success ? [one.read.data] : []))
  const unsound = parsed.flatMap(({ entry, read: one }) => (one.success ? [] : [{ id: idOf(entry), fault: 'unreadable' }]))
  const lacks = isLacking(call.id, request, after)
  const outcome = await record(sentAt, sound)
  if (isRefused(outcome)) return fault('closed', 409)
  return told(call, { after, lacks, refused: [...outcome.refused, ...unsound] })
}

/** What a board is answered: the text of a JSON object. */
export type BoardAnswer = { status: number; text: string }
export const unkept = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }

/** The same without a Response around it, which writes and reads its text once more. */
export const boardFile = ({ status, text }: BoardAnswer) => ({
  body: text,
  type: unkept['Content-Type'],
  status,
  headers: { 'Cache-Control': 'no-store' },
})

const fault = (name: string, status: number): BoardAnswer => ({ status, text: JSON.stringify({ fault: name }) })

type Telling = { after: number; lacks: boolean; refused: readonly { id: string; fault: string }[] }

/** What a board is told; the entries, which all boards are sent alike, are written once. */
function told({ id, listedAt }: CallFacts, { after, ...more }: Telling): BoardAnswer {
  const { text, seq } = entriesTextAfter(id, after, (entry) => JSON.stringify(withProof(id, entry)))
  const rest = JSON.stringify({ now: readClock().getTime(), listed: listedAt.getTime(), epoch: epoch(), seq, ...more })
  return { status: 200, text: `{"entries":${text},${rest.slice(1)}` }
}

const isWorthWaiting = ({ id }: CallFacts, request: Asked, after: number): boolean =>
  lastEntry(id) <= after && !isGone(request) && !isStopping()

const isGone = (request: Asked): boolean => 'signal' in request && request.signal instanceof AbortSignal && request.signal.aborted

const idOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? entry.id.slice(0, 60) : ''

async function bodyOf(request: Asked): Promise<unknown> {
  return isOverlong(request, mostBytes) ? null : request.json().catch(() => null)
}
