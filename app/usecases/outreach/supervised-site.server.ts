import { findPlace, type Place } from '~/data/org/places.server'
import { findSite, type PosterSite } from '~/data/outreach/poster-sites.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'

const reaches = ({ actor, today }: Acting, path: string): boolean => seesWholePlace(scopeFor(actor.grants, 'supervise', today), path)

/** A place whose posters the actor looks after: he supervises all of it today, and not only some sectors. Otherwise it is not there. */
export async function getPosterPlace(acting: Acting, placeId: string): Promise<Place> {
  const place = await findPlace(placeId)
  if (place === null || !reaches(acting, place.path)) throw new NotFound()
  return place
}

/** A site in use in such a place. */
export function getPosterSite(acting: Acting, siteId: string): PosterSite {
  const site = findSite(siteId)
  if (site === null || !reaches(acting, site.placePath)) throw new NotFound()
  return site
}
