import { hotWorkRules } from '~/content/hot-work.server'
import { permitsAround, type StoredPermit } from '~/data/hotwork/permits.server'
import type { Tx } from '~/data/transact.server'
import { isTaken } from '~/domain/hotwork/clash'
import type { Window } from '~/domain/hotwork/hours'
import { type Refused, refuse } from '~/domain/shared/refusal'

type Somebody = { name: string; people: readonly string[] }
type Crew = { workers: readonly (Somebody & { numberHash: string | null })[]; guard: Somebody }

/**
 * Somebody of a crew who is taken by another permit then, anywhere: a worker is in one place at a time, and a guard watches one.
 * Null where everybody is free.
 */
export async function clashOf(tx: Tx, { workers, guard }: Crew, window: Window, now: Date, own: string): Promise<Refused | null> {
  const { refusals } = hotWorkRules()
  const people = [...workers.flatMap((worker) => worker.people), ...guard.people]
  const numbers = workers.flatMap(({ numberHash }) => numberHash ?? [])
  const others = (await permitsAround(tx, { people, numbers }, window)).filter(({ id }) => id !== own)
  const works = ({ workers: named }: StoredPermit, who: Somebody, number: string | null) =>
    named.some(({ personId, numberHash }) => isAmong(who, personId) || (number !== null && numberHash === number))
  const watches = ({ guardPersonId }: StoredPermit, who: Somebody) => isAmong(who, guardPersonId)
  for (const worker of workers)
    for (const other of others) {
      const taken = works(other, worker, worker.numberHash) && isTaken(other.facts, window, now, 'worker')
      if (taken || (watches(other, worker) && isTaken(other.facts, window, now, 'guard')))
        return refuse('hotwork:refusal.twoPlaces', 'worker', { name: worker.name, rests: refusals.twoPlaces.join(' ') })
    }
  for (const other of others) {
    const taken = watches(other, guard) && isTaken(other.facts, window, now, 'guard')
    if (taken || (works(other, guard, null) && isTaken(other.facts, window, now, 'worker')))
      return refuse('hotwork:refusal.guardElsewhere', 'guard', { name: guard.name, rests: refusals.guardElsewhere.join(' ') })
  }
  return null
}

const isAmong = ({ people }: Somebody, personId: string | null): boolean => personId !== null && people.includes(personId)
