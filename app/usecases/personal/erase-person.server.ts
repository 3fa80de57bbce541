import { personForUpdate } from '~/data/org/people.server'
import { isMakingPapers } from '~/data/personal/erasures.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { isSameName } from '~/domain/org/joining'
import type { ErasureReason } from '~/domain/personal/erasure'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { noteErased } from '~/gateways/erased-list.server'
import { eraseInside } from './erase-inside.server'
import { dropOutside, sweepErased } from './sweep-erased.server'

type Asked = { personId: string; reason: ErasureReason; typed: string }

/**
 * Erases a person for good; only an administrator may. `typed` is the person's name again. Refuses whoever still works, holds rights or
 * waits to be taken on, and waits for prints that are being made, because they hold names. Afterwards the file is written anew at once.
 */
export async function erasePerson(acting: Acting, { personId, reason, typed }: Asked): Promise<{ kind: 'erased'; rows: number } | Refused> {
  mustAdminister(acting)
  const { actor, now, today } = acting
  const done = await transact(async (tx) => {
    const person = await personForUpdate(tx, personId)
    if (!person) throw new NotFound()
    if (!isSameName(typed, person.name)) return refuse('personal:erase.refusal.nameDiffers', 'typed')
    if (await isMakingPapers(tx)) return refuse('personal:erase.refusal.making')
    const way = reason === 'asked' ? 'asked' : 'rule'
    const outcome = await eraseInside(tx, { personId, actor: actor.accountId, way, reason, now, today })
    if (outcome.kind === 'nobody') throw new NotFound()
    return outcome.kind === 'barred' ? refuse(`personal:erase.refusal.${outcome.fault}`) : outcome
  })
  if (done.kind === 'refused') return done
  noteErased({ personId, at: now })
  await dropOutside(done.outside)
  await sweepErased(now)
  return { kind: 'erased', rows: done.rows }
}
