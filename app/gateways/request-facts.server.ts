import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of the request that is being answered. `asker`: the kind of account, and nothing more of whose it is. */
export type RequestFacts = { id: string; asker: 'nobody' | 'learner' | 'console' }

const facts = new AsyncLocalStorage<RequestFacts>()

export const duringRequest = <T>(of: RequestFacts, work: () => T): T => facts.run(of, work)

export const currentRequest = (): RequestFacts | null => facts.getStore() ?? null

/** Notes what kind of account asks. */
export function noteAsker(asker: RequestFacts['asker']): void {
  const current = facts.getStore()
  if (current !== undefined) current.asker = asker
}
