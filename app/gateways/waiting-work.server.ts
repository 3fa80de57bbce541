import { log } from './log.server'

type Queue<T extends { id: string }> = {
  /** What it is called in the log. */
  what: string
  next: () => T | null
  begin: (one: T) => Promise<void>
  make: (one: T) => Promise<void>
  /** Ends one that could not be made, so that the next has its turn. */
  fail: (one: T) => Promise<void>
}

/** Works off what waits, one after the other. One that fails holds up nobody. */
export async function workOff<T extends { id: string }>({ what, next, begin, make, fail }: Queue<T>): Promise<void> {
  for (let one = next(); one !== null; one = next()) {
    const current = one
    await begin(current)
    await make(current).catch(async (fault: unknown) => {
      log.error({ fault, id: current.id }, `${what} failed`)
      await fail(current)
    })
  }
}

const tellEveryMs = 1000

/** Tells how far a work is, at most once a second however often it is called. */
export function seldom(tell: () => Promise<unknown>): () => Promise<void> {
  let told = 0
  return async () => {
    const at = Date.now()
    if (at - told < tellEveryMs) return
    told = at
    await tell()
  }
}
