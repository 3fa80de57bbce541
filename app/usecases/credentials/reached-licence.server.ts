import { licenceTopic } from '~/content/licences.server'
import { personOfAccount, postHolders, postsOfHolder, survivorOf } from '~/data/credentials/licence-holders.server'
import { licencesById, type StoredLicence } from '~/data/credentials/licences.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'

export type Holder = { id: string; name: string }
/** own: the holder's. manage, supervise: of somebody who holds a post today, or from a later day on, at a unit of the actor's. */
export type LicenceAct = 'own' | 'manage' | 'supervise'
export type ReachedLicence = {
  licence: StoredLicence
  holder: Holder
  /** Through which unit the actor reaches it; null for his own. */
  unit: { id: string; placePath: string } | null
  /** Where its holder works today or from a later day on, in the actor's reach; all of it for his own. */
  placePaths: readonly string[]
  isOwn: boolean
}

function holderOf({ personId }: StoredLicence): Holder {
  const holder = survivorOf(personId)
  if (holder === null) throw new NotFound()
  return holder
}

const everywhere = { everything: true, places: [], units: [] }

const placesOf = (posts: readonly { unitId: string }[]): string[] =>
  posts.flatMap(({ unitId }) => unitDirectory().byId.get(unitId)?.place.path ?? [])

/** A licence that the actor may act on in this way; for all others it is not there. `at`: only through this unit. */
export function getReachedLicence({ actor, today }: Acting, licenceId: string, act: LicenceAct, at: string | null = null): ReachedLicence {
  const [licence] = licencesById([licenceId], licenceTopic)
  if (licence === undefined) throw new NotFound()
  const holder = holderOf(licence)
  const isOwn = personOfAccount(actor.accountId) === holder.id
  if (act === 'own') {
    if (!isOwn) throw new NotFound()
    return { licence, holder, unit: null, placePaths: placesOf(postsOfHolder(everywhere, licenceId, today)), isOwn }
  }
  const posts = postsOfHolder(scopeFor(actor.grants, act, today), licenceId, today).filter(({ unitId }) => at === null || unitId === at)
  const [post] = posts
  const unit = post && unitDirectory().byId.get(post.unitId)
  if (!unit) throw new NotFound()
  return { licence, holder, unit: { id: unit.id, placePath: unit.place.path }, placePaths: placesOf(posts), isOwn }
}

/** Whose licence is entered: the actor's own, or somebody's who works at a unit he manages. */
export function getEntryHolder({ actor, today }: Acting, at: { unitId: string; personId: string } | null): Holder {
  if (at !== null) {
    const found = postHolders(scopeFor(actor.grants, 'manage', today), at.unitId, today).find(({ personId }) => personId === at.personId)
    if (!found) throw new NotFound()
    return { id: found.personId, name: found.name }
  }
  const own = personOfAccount(actor.accountId)
  const holder = own === null ? null : survivorOf(own)
  if (holder === null) throw new NotFound()
  return holder
}
