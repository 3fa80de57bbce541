import { knownEntries, recordEntries } from '~/data/rollcall/call-writers.server'
import type { CallFacts } from '~/data/rollcall/calls.server'
import type { Tx } from '~/data/transact.server'
import type { Entry, SentEntry } from '~/domain/rollcall/event'
import type { Expected, Roles } from '~/domain/rollcall/expected'
import { type Fault, faultOf, hadAt, received } from '~/domain/rollcall/receiving'
import { isCommand } from '~/domain/rollcall/servers-own'
import { provedAt } from './entry-proof.server'

/** `own`: every id under which the sender is known. `sentAt`: his phone's clock as it sent, in milliseconds. */
export type Batch = { accountId: string; own: readonly string[]; sentAt: number; entries: readonly SentEntry[] }
export type Refusal = { id: string; fault: Fault | 'other' }
export type Taken = { taken: string[]; refused: Refusal[] }

/**
 * Takes what a phone made, each entry once however often it comes, and says of each that it cannot take why; nothing is dropped. Called
 * inside the transaction of whoever has let the sender in. An entry of somebody else is taken as carried by the sender.
 */
export async function takeEntries(tx: Tx, call: CallFacts, { accountId, own, sentAt, entries }: Batch, now: Date): Promise<Taken> {
  const known = await knownEntries(
    tx,
    entries.map(({ id }) => id),
  )
  const expected = byIdOf(call.expected)
  const result: Taken = { taken: [], refused: [] }
  const fresh = new Map<string, Entry>()
  for (const entry of entries) {
    const there = known.get(entry.id)
    const had = there === undefined ? provedAt(call.id, entry) : null
    const fault = there === undefined ? faultFor(call, entry, expected, { own, had }) : sameOf(there, call.id, entry)
    if (fault !== null) result.refused.push({ id: entry.id, fault })
    else result.taken.push(entry.id)
    if (fault !== null || there !== undefined || fresh.has(entry.id)) continue
    const bringer = own.includes(entry.by) ? null : (own[0] ?? null)
    fresh.set(entry.id, had === null ? received(entry, sentAt, now.getTime(), bringer) : hadAt(entry, had, bringer))
  }
  await recordEntries(
    tx,
    [...fresh.values()].map((entry) => ({ callId: call.id, accountId, entry, received: new Date(entry.received ?? now) })),
  )
  return result
}

/** What the server proves to have had is taken as it was: codes are judged once, by their first request. */
function faultFor(
  { roles }: CallFacts,
  entry: SentEntry,
  expected: ReadonlyMap<string, Expected>,
  { own, had }: { own: readonly string[]; had: number | null },
): Fault | null {
  if (had === null) return faultOf(entry, roles, expected) ?? carriedFault(entry, roles, own)
  return entry.said.kind === 'seen' && !expected.has(entry.said.who) ? 'who' : null
}

/** A list is drawn seldom and asked with every batch. */
const byIds = new WeakMap<readonly Expected[], ReadonlyMap<string, Expected>>()

function byIdOf(expected: readonly Expected[]): ReadonlyMap<string, Expected> {
  const found = byIds.get(expected) ?? new Map(expected.map((one) => [one.id, one]))
  byIds.set(expected, found)
  return found
}

/** Whoever brings what the commander decided is a commander himself. */
const carriedFault = (entry: SentEntry, roles: Roles, own: readonly string[]): 'role' | null =>
  isCommand(entry, roles) && !roles.commanders.some((id) => own.includes(id)) ? 'role' : null

/** An id that is there already: the same again is taken, anything else under it is not. */
const sameOf = (there: { callId: string; said: string }, callId: string, { said }: SentEntry): 'other' | null =>
  there.callId === callId && there.said === JSON.stringify(said) ? null : 'other'
