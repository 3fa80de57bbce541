import { recordAudit } from '~/data/accounts/audit.server'
import { recordPlaceRenamed } from '~/data/org/places.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { readName } from '~/domain/org/joining'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** Gives a place another name. Refuses a sibling's name. */
export async function renamePlace(acting: Acting, wish: { id: string; name: string }): Promise<{ kind: 'renamed' } | Refused> {
  mustAdminister(acting)
  const { now, actor } = acting
  const name = readName(wish.name)
  if (name === '') return refuse('org:error.nameMissing', 'name')
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const result = await recordPlaceRenamed(tx, wish.id, name)
    if (typeof result === 'object' && result.before !== name)
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'org.placeRenamed',
        target: { kind: 'place', id: wish.id },
        detail: { before: result.before, after: name },
      })
    return result
  })
  if (outcome === 'gone') throw new NotFound()
  return outcome === 'sameName' ? refuse('org:refusal.place.sameName', 'name', { name }) : { kind: 'renamed' }
}
