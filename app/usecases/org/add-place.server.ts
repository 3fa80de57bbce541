import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { findPlace, recordPlaceAdded } from '~/data/org/places.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { readName } from '~/domain/org/joining'
import { kindsBelow, pathBelow } from '~/domain/org/place-tree'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** Adds a place below another, or the county as the first place of all. Refuses kinds that are not lower, and a sibling's name. */
export async function addPlace(
  acting: Acting,
  wish: { parentId: string | null; kind: string; name: string },
): Promise<{ kind: 'added'; id: string } | Refused> {
  mustAdminister(acting)
  const { now, actor } = acting
  const parent = wish.parentId === null ? null : await findPlace(wish.parentId)
  if (wish.parentId !== null && parent === null) throw new NotFound()
  const kinds = kindsBelow([...catalogue().vocabulary.placeKinds.keys()], parent?.kind ?? null)
  if (!kinds.includes(wish.kind)) return refuse('org:refusal.place.kind', 'kind')
  const name = readName(wish.name)
  if (name === '') return refuse('org:error.nameMissing', 'name')
  const id = newId(now)
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const place = { id, kind: wish.kind, name, parentId: parent?.id ?? null, path: pathBelow(parent?.path ?? null, id) }
    const result = await recordPlaceAdded(tx, place, now)
    if (result === 'added')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'org.placeAdded',
        target: { kind: 'place', id },
        placeId: parent?.id ?? null,
        detail: { name, placeKind: wish.kind },
      })
    return result
  })
  if (outcome === 'noParent') throw new NotFound()
  return outcome === 'added' ? { kind: 'added', id } : refuse(`org:refusal.place.${outcome}`, 'name', { name })
}
