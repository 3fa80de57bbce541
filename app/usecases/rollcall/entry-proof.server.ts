import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Entry, SentEntry } from '~/domain/rollcall/event'
import { isProvable } from '~/domain/rollcall/servers-own'
import { subkey } from '~/gateways/secrets.server'

/** Over all that an entry says, at which call, and when the server had it. */
function proofOf(callId: string, { id, device, nth, clock, offset, heard, by, said }: SentEntry, received: number): string {
  const text = JSON.stringify([callId, received, id, device, nth, clock, offset, heard, by, said])
  return `${received}.${createHmac('sha256', subkey('entries that the server had')).update(text).digest('base64url')}`
}

/** An entry as boards are told it: what only the server writes goes with its proof, so that it can be brought back after a restore. */
export const withProof = (callId: string, entry: Entry): Entry =>
  entry.received === null || !isProvable(entry.said) ? entry : { ...entry, proof: proofOf(callId, entry, entry.received) }

/** When this server had an entry that somebody brings back, in milliseconds; null where nothing proves that it had it. */
export function provedAt(callId: string, entry: SentEntry): number | null {
  if (entry.proof === undefined || !isProvable(entry.said)) return null
  const received = Number(entry.proof.split('.')[0])
  const [own, brought] = [Buffer.from(proofOf(callId, entry, received)), Buffer.from(entry.proof)]
  return own.length === brought.length && timingSafeEqual(own, brought) ? received : null
}
