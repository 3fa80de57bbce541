import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '~/gateways/limits.server'

/** A village may share one address: ten a second on average, in bursts of six hundred. */
const limiter = new RateLimiterMemory({ points: 600, duration: 60 })

/** Five thousand people who leave a house together, each through the same Wi-Fi, and once more. */
const crowd = new RateLimiterMemory({ points: 12_000, duration: 60 })

/** For pages that anyone may ask for exact tokens or codes; throws our 429 page when an address asks too often. */
export const admitAddress = (address: string): Promise<void> => admit(limiter, address)

/** Throws the same where an address has nothing left, without counting: before a code is judged of which only wrong ones are counted. */
export async function expectAddress(address: string): Promise<void> {
  const found = await limiter.get(networkOf(address))
  if (found !== null && found.consumedPoints >= limiter.points) throw tooMany(found.msBeforeNext)
}

/** For right codes that a whole house may bring within minutes. */
export const admitCrowd = (address: string): Promise<void> => admit(crowd, address)

async function admit(by: RateLimiterMemory, address: string): Promise<void> {
  const refused = await by.consume(networkOf(address)).then(
    () => null,
    (answer: { msBeforeNext?: number }) => answer.msBeforeNext ?? 60_000,
  )
  if (refused !== null) throw tooMany(refused)
}

const tooMany = (milliseconds: number): Response =>
  new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(milliseconds / 1000)) } })
