import { limitOfAddress } from '~/gateways/limits.server'

/** A village may share one address: ten a second on average, in bursts of six hundred. */
const limit = limitOfAddress('public', 600, 60)

/** Five thousand people who leave a house together, each through the same Wi-Fi, and once more. */
const crowd = limitOfAddress('crowd', 12_000, 60)

type Limit = typeof limit

/** For pages that anyone may ask for exact tokens or codes; throws our 429 page when an address asks too often. */
export const admitAddress = (address: string): Promise<void> => admit(limit, address)

/** Throws the same where an address has nothing left, without counting: before a code is judged of which only wrong ones are counted. */
export async function expectAddress(address: string): Promise<void> {
  const wait = await limit.look(address)
  if (wait !== null) throw tooMany(wait)
}

/** For right codes that a whole house may bring within minutes. */
export const admitCrowd = (address: string): Promise<void> => admit(crowd, address)

async function admit(by: Limit, address: string): Promise<void> {
  const wait = await by.admit(address)
  if (wait !== null) throw tooMany(wait)
}

const tooMany = (milliseconds: number): Response =>
  new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(milliseconds / 1000)) } })
