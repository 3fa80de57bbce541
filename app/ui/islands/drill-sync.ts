/** Sends what waits and asks for what is new, for as long as the page is open: at once where there is network, later where there is none. */
import type { Entry } from '../../domain/rollcall/event'
import { gathered } from '../../domain/rollcall/event'
import { isCommand, isServersOwn } from '../../domain/rollcall/servers-own'
import type { Answered } from '../../domain/rollcall/wire'
import type { BoardFacts } from '../drills/board'
import { exchanged, offsetOfPage } from './drill-exchange'
import { keepingOf, type Summary } from './drill-keeping'
import type { Contact, Phone } from './drill-phone'
import { queueOf } from './drill-queue'
import { newUuid } from './uuid'

const most = 200
const firstRetry = 1000
const lastRetry = 10_000
/** Of what is ticked in quick succession the first goes at once and the others together: forty phones would else keep a server busy with each tick. */
const gathering = 200
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export async function phoneOf(facts: BoardFacts, changed: () => void): Promise<Phone> {
  const keeping = keepingOf(facts.drill, facts.me, facts.lock)
  const queue = queueOf(keeping)
  let isKept = true
  const quietly = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    const done = work.then((found) => ({ found, well: true }))
    const { found, well } = await done.catch(() => ({ found: otherwise, well: false }))
    isKept = well
    return found
  }
  const kept: Summary | null = await quietly(keeping.summary(), null)
  const own = await quietly(keeping.waiting(), { entries: [], unread: 0 })
  const others = await quietly(keeping.others(), 0)
  const device = kept?.device ?? newUuid()
  let offset = kept?.offset ?? offsetOfPage(facts.now)
  /** Made while nobody knew how far off this phone is. */
  const unmeasured = new Set<string>()
  let heard = Math.max(kept?.heard ?? 0, facts.now)
  // What this phone had before comes first: the page may be of a server that was put back, and only so is that found out.
  let { epoch, seq, at } = kept ?? { epoch: facts.epoch, seq: facts.seq, at: facts.known.at(-1)?.id ?? null }
  /** When the server was last heard, by its clock; before that, what was kept. */
  let last: number | null = kept?.last ?? null
  let isAnswered = false
  let state: Contact = 'never'
  let hasNewList = false
  const refused = new Map<string, string>()
  let entries = gathered(facts.known, kept?.entries ?? [], own.entries)
  let nth = Math.max(-1, ...entries.filter((entry) => entry.device === device).map((entry) => entry.nth)) + 1
  let asking = new AbortController()

  const mayBring = (entry: Entry): boolean =>
    (!isServersOwn(entry.said) || entry.proof !== undefined) && (facts.isCommander || !isCommand(entry, facts.roles))
  const isMine = new Set(own.entries.map(({ id }) => id))
  queue.stands(own.entries, 'alone')
  queue.stands(
    entries.filter((entry) => !isMine.has(entry.id) && mayBring(entry)),
    'together',
  )
  queue.sent(entries.flatMap(({ id, received }) => (received === null ? [] : [id])))

  const setRight = (entry: Entry): Entry =>
    offset === null || !unmeasured.has(entry.id) ? entry : { ...entry, offset, at: entry.clock + offset }
  /** What lies by itself stays so until what is known besides is written: a phone may die in between. */
  const keepSummary = () =>
    quietly(
      keeping
        .keepSummary({
          seq,
          at,
          epoch,
          offset,
          heard,
          last,
          device,
          entries: entries.filter(({ id, received }) => received !== null || !queue.isAlone(id)),
        })
        .then(queue.tidy),
      undefined,
    )
  if (kept === null) await keepSummary()

  /** The server was put back from a backup: whatever this phone knows is sent again, and what is there already changes nothing. */
  async function again(answer: Answered): Promise<void> {
    epoch = answer.epoch
    seq = 0
    at = null
    entries = entries.map((entry) => ({ ...entry, received: null }))
    refused.clear()
    queue.stands(entries.filter(mayBring), 'together')
    await keepSummary()
  }

  async function once(): Promise<boolean> {
    const waiting = queue.all().filter(({ id }) => !refused.has(id))
    const going = offset === null ? [] : waiting.slice(0, most).map(setRight)
    if (going.length > 0) state = 'sending'
    changed()
    const outgoing = going.map(({ at: _at, received: _received, carriedBy: _carriedBy, ...entry }) => entry)
    const body = going.length === 0 ? null : JSON.stringify({ sentAt: Date.now(), after: seq, entries: outgoing })
    const query = new URLSearchParams({
      after: String(seq),
      ...(at === null ? {} : { at }),
      ...(isAnswered && body === null ? { wait: '1' } : {}),
    })
    asking = new AbortController()
    const exchange = await exchanged(`${facts.entries}?${query}`, body, asking.signal)
    if (exchange.kind !== 'answered') {
      state = exchange.kind
      return false
    }
    const { answer } = exchange
    const isFirst = !isAnswered
    isAnswered = true
    state = 'at'
    offset = exchange.offset ?? offset
    last = answer.now
    heard = Math.max(heard, answer.now)
    if (answer.epoch !== epoch || answer.lacks) {
      await again(answer)
      return true
    }
    seq = answer.seq
    at = answer.entries.at(-1)?.id ?? at
    hasNewList ||= answer.listed > facts.listed
    for (const { id, fault } of answer.refused) refused.set(id, fault)
    const arrived = going.flatMap(({ id }) => (refused.has(id) ? [] : [id]))
    entries = gathered(answer.entries, entries)
    queue.sent(arrived)
    if (isFirst || answer.entries.length > 0 || arrived.length > 0) await keepSummary()
    return true
  }

  let wake: () => void = () => undefined
  async function run(): Promise<never> {
    let retry = firstRetry
    for (;;) {
      const began = Date.now()
      const went = await once().catch((fault: unknown) => {
        if (fault instanceof DOMException && fault.name === 'AbortError') return true
        state = 'offline'
        return false
      })
      if (await queue.retry()) isKept = true
      changed()
      if (went) {
        retry = firstRetry
        await pause(Math.max(0, gathering - (Date.now() - began)))
      } else {
        await Promise.race([pause(retry), new Promise<void>((resolve) => (wake = resolve))])
        retry = Math.min(retry * 2, lastRetry)
      }
    }
  }
  window.addEventListener('online', () => wake())
  document.addEventListener('visibilitychange', () => document.hidden || wake())
  window.addEventListener('beforeunload', (event) => {
    if (queue.loose().length > 0) event.preventDefault()
  })
  void run()

  const hold = async (made: readonly Entry[]): Promise<boolean> => {
    entries = gathered(entries, made)
    const storing = queue.put(made)
    changed()
    isKept = await storing
    changed()
    if (state === 'at') asking.abort()
    wake()
    return isKept
  }
  return {
    entries: () => (offset === null ? entries : entries.map(setRight)),
    waiting: queue.all,
    stored: queue.stored,
    loose: queue.loose,
    refused: () => refused,
    contact: () => ({ state, last, isKept, hasNewList }),
    sealed: () => ({ others, unread: own.unread }),
    offset: () => offset ?? 0,
    now: () => Date.now() + (offset ?? 0),
    device: () => device,
    add: async (said) => {
      const clock = Date.now()
      const made = { id: newUuid(), device, nth, clock, offset: offset ?? 0, heard, by: facts.me, said }
      const entry: Entry = { ...made, at: clock + (offset ?? 0), received: null }
      if (offset === null) unmeasured.add(entry.id)
      nth += 1
      await hold([entry])
      return entry
    },
    take: async (carried) => {
      const fresh = carried.filter(({ id }) => !entries.some((entry) => entry.id === id)).map((entry) => ({ ...entry, received: null }))
      return { fresh: fresh.length, isStored: fresh.length === 0 || (await hold(fresh)) }
    },
  }
}
