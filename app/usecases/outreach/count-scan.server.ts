import { perDatabase } from '~/data/db.server'
import { recordTallies, type Tally } from '~/data/outreach/scan-tallies.server'
import type { Given } from '~/domain/outreach/micro-answers'
import { happeningsOf, requestsPerAddress } from '~/domain/outreach/scan'
import { isRepeated, isWithinShare } from '~/gateways/address-share.server'
import { registerJob } from '~/gateways/jobs.server'

/** A form that is sent twice by an impatient finger counts once; two neighbours in a class take longer than that. */
const twiceMs = 500

/** What waits to be written; with a code that nobody knows under ''. */
const waiting = perDatabase(() => new Map<string, Tally>())

function add(tally: Omit<Tally, 'count'>, count = 1): void {
  const key = `${tally.code} ${tally.lesson} ${tally.on} ${tally.what}`
  const known = waiting().get(key)
  if (known === undefined) waiting().set(key, { ...tally, count })
  else known.count += count
}

export type Scan = {
  /** '' for a code that nobody knows. */
  code: string
  lesson: string
  given: Given
  /** Does the browser hold this very page already, and only asks whether it is still the same? */
  isHeld: boolean
  address: string
  browser: string
  /** The civil day and the instant. */
  on: string
  now: Date
}

/**
 * Counts what a request for a lesson by its code says: opened, answered, finished, promised. Nothing about the visitor is kept. What
 * one address asks beyond its share on a day is counted apart, as capped. It is written within a second (`keepScans`).
 */
export function countScan({ code, lesson, given, isHeld, address, browser, on, now }: Scan): void {
  if (isHeld) return
  const happened = happeningsOf(given)
  const [first] = happened
  if (first === undefined) return
  const asked = `${code} ${lesson} ${first}`
  if (first !== 'opened' && isRepeated(address, browser, asked, on, now.getTime(), twiceMs)) return
  if (isWithinShare(address, code, on, requestsPerAddress)) for (const what of happened) add({ code, lesson, on, what })
  else add({ code, lesson, on, what: 'capped' })
}

/** Writes what waits, in one transaction. What could not be written waits for the next time. */
export async function keepScans(): Promise<void> {
  const batch = [...waiting().values()]
  waiting().clear()
  try {
    await recordTallies(batch)
  } catch (fault) {
    for (const { count, ...tally } of batch) add(tally, count)
    throw fault
  }
}

registerJob({ name: 'keep scans', everySeconds: 0.5, run: keepScans, everywhere: true })
