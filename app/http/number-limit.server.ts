import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '~/gateways/limits.server'

/** Somebody who checks papers at a door types a number a minute; who guesses types more. */
const limiter = new RateLimiterMemory({ points: 30, duration: 600 })

/** Minutes that an address has to wait before it may ask for another number; null where it may at once. */
export async function minutesToWait(address: string): Promise<number | null> {
  return limiter.consume(networkOf(address)).then(
    () => null,
    (answer: { msBeforeNext?: number }) => Math.ceil((answer.msBeforeNext ?? 60_000) / 60_000),
  )
}
