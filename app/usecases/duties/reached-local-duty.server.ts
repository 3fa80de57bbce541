import { findLocalDuty, type LocalDutyRow } from '~/data/duties/local-duties.server'
import { findPlaces } from '~/data/org/places.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { placeTree } from '~/domain/org/place-tree'
import { NotFound } from '~/domain/shared/faults'

/** Paths of the places that somebody supervises as a whole today, with all below them; '/' is everything. */
export function wholePaths({ actor, today }: Acting): string[] {
  const scope = scopeFor(actor.grants, 'supervise', today)
  return scope.everything ? ['/'] : scope.places.filter(({ sectors }) => sectors === '*').map(({ path }) => path)
}

/** A local duty of a place that the actor supervises as a whole; otherwise it is not there. */
export function getLocalDuty(acting: Acting, id: string): LocalDutyRow {
  const found = findLocalDuty(wholePaths(acting), id)
  if (found === null) throw new NotFound()
  return found
}

/** The places that the actor may write duties for, with the names on the way to them. */
export function ownPlaces(acting: Acting): { id: string; fullName: string }[] {
  const paths = wholePaths(acting)
  const own = placeTree(findPlaces()).filter(({ path }) => paths.some((whole) => path.startsWith(whole)))
  return own.map(({ id, fullName }) => ({ id, fullName }))
}

/** What a place is called with all that it lies in. */
export const wholeName = (placeId: string): string => placeTree(findPlaces()).find(({ id }) => id === placeId)?.fullName ?? placeId
