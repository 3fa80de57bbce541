/** Sends what waits and asks for what is new, for as long as the page is open: at once where there is network, later where there is none. */
import type { Entry, Said } from '../../domain/rollcall/event'
import { gathered } from '../../domain/rollcall/event'
import { isCommand, isServersOwn } from '../../domain/rollcall/servers-own'
import { type Answered, answered } from '../../domain/rollcall/wire'
import type { BoardFacts } from '../drills/board'
import { keepingOf, type Summary } from './drill-keeping'
import { newUuid } from './uuid'

export type Contact = 'never' | 'sending' | 'at' | 'offline' | 'signIn' | 'closed'
export type Phone = {
  entries: () => readonly Entry[]
  waiting: () => readonly Entry[]
  refused: () => ReadonlyMap<string, string>
  contact: () => { state: Contact; last: number | null; isKept: boolean; hasNewList: boolean }
  offset: () => number
  /** The server's time as far as this phone knows it. */
  now: () => number
  device: () => string
  add: (said: Said) => Promise<Entry>
  take: (carried: readonly Entry[]) => Promise<number>
}

const most = 200
const firstRetry = 1000
const lastRetry = 10_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How far this phone is off, by the time in a page that has just come; null for one that was kept. */
function offsetOfPage(made: number): number | null {
  if (document.querySelector('[data-offline-kept]') !== null) return null
  const [came] = performance.getEntriesByType('navigation')
  const since = came instanceof PerformanceNavigationTiming ? performance.now() - came.responseStart : 0
  return Math.round(made - (Date.now() - since))
}

export async function phoneOf(facts: BoardFacts, changed: () => void): Promise<Phone> {
  const keeping = keepingOf(facts.drill, facts.me, facts.lock)
  let isKept = true
  const quietly = async <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch(() => {
      isKept = false
      return otherwise
    })
  const kept: Summary | null = await quietly(keeping.summary(), null)
  const device = kept?.device ?? newUuid()
  let offset = kept?.offset ?? offsetOfPage(facts.now)
  /** Made while nobody knew how far off this phone is. */
  const unmeasured = new Set<string>()
  let heard = Math.max(kept?.heard ?? 0, facts.now)
  let epoch = kept?.epoch ?? facts.epoch
  let seq = epoch === facts.epoch ? Math.max(facts.seq, kept?.seq ?? 0) : (kept?.seq ?? 0)
  /** When the server was last heard, by its clock; before that, what was kept. */
  let last: number | null = kept?.last ?? null
  let isAnswered = false
  let state: Contact = 'never'
  let hasNewList = false
  let entries = gathered(facts.known, kept?.entries ?? [])
  const refused = new Map<string, string>()
  const waiting = new Map<string, Entry>()
  for (const entry of await quietly(keeping.waiting(), []))
    if (entries.some(({ id, received }) => id === entry.id && received !== null)) void quietly(keeping.arrived([entry.id]), undefined)
    else waiting.set(entry.id, entry)
  entries = gathered(entries, [...waiting.values()])
  let nth = Math.max(-1, ...entries.filter((entry) => entry.device === device).map((entry) => entry.nth)) + 1
  let asking: AbortController | null = null

  const setRight = (entry: Entry): Entry =>
    offset === null || !unmeasured.has(entry.id) ? entry : { ...entry, offset, at: entry.clock + offset }

  async function ask(body: string | null): Promise<Answered | Contact> {
    asking = new AbortController()
    const sentAt = Date.now()
    const address = body === null ? `${facts.entries}?after=${seq}${isAnswered ? '&wait=1' : ''}` : facts.entries
    const response = await fetch(address, {
      ...(body === null ? {} : { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
      cache: 'no-store',
      signal: asking.signal,
    })
    if (response.redirected && new URL(response.url).pathname.startsWith('/sign-in')) return 'signIn'
    if (response.status === 409 || response.status === 404) return 'closed'
    if (!response.ok) return 'offline'
    const answer = answered.parse(await response.json())
    // A long wait says nothing about the clock: only quick answers are measured by.
    const took = Date.now() - sentAt
    if (took < 2000) offset = Math.round(answer.now + took / 2 - Date.now())
    return answer
  }

  /** The server was put back from a backup: whatever this phone knows is sent again, and what is there already changes nothing. */
  function again(now: string): boolean {
    epoch = now
    seq = 0
    entries = entries.map((entry) => ({ ...entry, received: null }))
    for (const entry of entries)
      if (!isServersOwn(entry.said) && (facts.isCommander || !isCommand(entry, facts.roles))) waiting.set(entry.id, entry)
    return true
  }

  async function once(): Promise<boolean> {
    const going =
      offset === null
        ? []
        : [...waiting.values()]
            .filter(({ id }) => !refused.has(id))
            .slice(0, most)
            .map(setRight)
    if (going.length > 0) state = 'sending'
    changed()
    const outgoing = going.map(({ at: _at, received: _received, carriedBy: _carriedBy, ...entry }) => entry)
    const answer = await ask(going.length === 0 ? null : JSON.stringify({ sentAt: Date.now(), after: seq, entries: outgoing }))
    if (typeof answer === 'string') {
      state = answer
      return false
    }
    const isFirst = !isAnswered
    isAnswered = true
    state = 'at'
    last = answer.now
    heard = Math.max(heard, answer.now)
    if (answer.epoch !== epoch) return again(answer.epoch)
    seq = answer.seq
    hasNewList ||= answer.listed > facts.listed
    for (const { id, fault } of answer.refused) refused.set(id, fault)
    const arrived = going.flatMap(({ id }) => (refused.has(id) ? [] : [id]))
    entries = gathered(answer.entries, entries)
    for (const id of arrived) waiting.delete(id)
    if (isFirst || answer.entries.length > 0 || arrived.length > 0) {
      await quietly(
        keeping.keepSummary({ seq, epoch, offset, heard, last, device, entries: entries.filter(({ received }) => received !== null) }),
        undefined,
      )
      await quietly(keeping.arrived(arrived), undefined)
    }
    return true
  }

  let wake: () => void = () => undefined
  async function run(): Promise<never> {
    let retry = firstRetry
    for (;;) {
      const went = await once().catch((fault: unknown) => {
        if (fault instanceof DOMException && fault.name === 'AbortError') return true
        state = 'offline'
        return false
      })
      changed()
      if (went) retry = firstRetry
      else {
        await Promise.race([pause(retry), new Promise<void>((resolve) => (wake = resolve))])
        retry = Math.min(retry * 2, lastRetry)
      }
    }
  }
  window.addEventListener('online', () => wake())
  document.addEventListener('visibilitychange', () => document.hidden || wake())
  void run()

  const hold = async (entry: Entry) => {
    waiting.set(entry.id, entry)
    entries = gathered(entries, [entry])
    changed()
    await quietly(keeping.keep(entry), undefined)
    if (state === 'at') asking?.abort()
    wake()
  }
  return {
    entries: () => (offset === null ? entries : entries.map(setRight)),
    waiting: () => [...waiting.values()],
    refused: () => refused,
    contact: () => ({ state, last, isKept, hasNewList }),
    offset: () => offset ?? 0,
    now: () => Date.now() + (offset ?? 0),
    device: () => device,
    add: async (said) => {
      const clock = Date.now()
      const entry: Entry = {
        id: newUuid(),
        device,
        nth,
        clock,
        offset: offset ?? 0,
        heard,
        by: facts.me,
        said,
        at: clock + (offset ?? 0),
        received: null,
      }
      if (offset === null) unmeasured.add(entry.id)
      nth += 1
      await hold(entry)
      return entry
    },
    take: async (carried) => {
      const fresh = carried.filter(({ id }) => !entries.some((entry) => entry.id === id))
      for (const entry of fresh) await hold({ ...entry, received: null })
      return fresh.length
    },
  }
}
