import { isRefused, type Refused } from '~/domain/shared/refusal'
import { dropPhotograph, keepPhotograph } from '~/gateways/photographs.server'
import { type HeldWish, readHeld } from './held-wish.server'
import type { ActingPerson } from './reached-drill.server'
import { type Recorded, writeHeld } from './write-held.server'

/**
 * The manager enters a drill that was held before, or on paper, with a photograph of the signed sheet where there is one. It is marked as
 * entered after the fact wherever it shows, and is evidence on the day it was held.
 */
export async function enterPastDrill(acting: ActingPerson, wish: HeldWish, photo: Uint8Array | null): Promise<Recorded | Refused> {
  const held = await readHeld(acting, wish, { isWhole: false, commander: null })
  if (isRefused(held)) return held
  const kept = photo === null ? null : await keepPhotograph(photo)
  if (kept?.kind === 'refused') return kept
  const outcome = await writeHeld(acting, wish, held, 'paper', kept?.id ?? null)
  if (outcome.kind !== 'recorded' && kept !== null) await dropPhotograph(kept.id)
  return outcome
}
