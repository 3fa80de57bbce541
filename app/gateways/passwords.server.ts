import { hash, verify } from '@node-rs/argon2'
import { settings } from '~/env.server'

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Of several processes each works at one. */
const atOnce = (): number => (settings().workers > 1 ? 1 : 2)
let running = 0
const waiting: (() => void)[] = []

async function inQueue<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce()) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  worked += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

let worked = 0

/** How many passwords were hashed or verified so far: shows in tests that two paths cost the same work, whatever the clock says. */
export const passwordWork = (): number => worked

/** One spelling for what different keyboards send for the same letters. */
const spelled = (password: string): string => password.normalize('NFKC')

/** argon2id (19 MiB, 2 passes), two at a time: a burst of sign-ins queues instead of taking both cores. */
export const hashPassword = (password: string): Promise<string> => inQueue(() => hash(spelled(password), options))

let decoy: Promise<string> | null = null

/** Same work for an unknown account (`stored` null), so that the time says nothing. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password', options)
  const decoyHash = await decoy
  const fits = await inQueue(() => verify(stored ?? decoyHash, spelled(password)))
  return stored !== null && fits
}
