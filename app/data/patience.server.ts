import { AsyncLocalStorage } from 'node:async_hooks'
import { settings } from '~/env.server'

/** How long a write waits while another process holds the database, in milliseconds. Somebody looks at a page that does not come. */
const ofRequests = 10_000
/** Nobody waits for a job, and what it did not do it would have to begin anew. */
const ofJobs = 35_000

/** Of several processes one always writes for a moment; that is no trouble and soon over. */
const forSiblings = 1_000

const given = new AsyncLocalStorage<number>()

/** The patience of whoever writes now. */
export const patience = (): number => given.getStore() ?? ofRequests

/** Runs what may wait as long as a job. */
export const asJob = <T>(work: () => T): T => given.run(ofJobs, work)

/** Runs what is left undone where it cannot be written at once. */
export const atOnceOrNot = <T>(work: () => T): T => given.run(settings().workers > 1 ? forSiblings : 0, work)
