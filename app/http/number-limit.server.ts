import { limitOfAddress } from '~/gateways/limits.server'

/** Somebody who checks papers at a door types a number a minute; who guesses types more. */
const limit = limitOfAddress('number', 30, 600)

/** Minutes that an address has to wait before it may ask for another number; null where it may at once. */
export async function minutesToWait(address: string): Promise<number | null> {
  const wait = await limit.admit(address)
  return wait === null ? null : Math.ceil(wait / 60_000)
}
