import { findPlace, type Place } from '~/data/org/places.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'

/** The place, where the actor supervises all of it today and not only some sectors; otherwise it is not there. */
export async function getSupervisedPlace({ actor, today }: Acting, placeId: string): Promise<Place> {
  const place = await findPlace(placeId)
  if (place === null || !seesWholePlace(scopeFor(actor.grants, 'supervise', today), place.path)) throw new NotFound()
  return place
}
