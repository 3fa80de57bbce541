import { getLicenceKind } from '~/content/licences.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { licenceInTx } from '~/data/credentials/licence-acts.server'
import { recordLicenceEnd } from '~/data/credentials/licences.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { readCard, type TypedCard } from '~/domain/credentials/licence-entry'
import { formatDay } from '~/domain/shared/day'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { dropPhotograph, keepPhotograph } from '~/gateways/photographs.server'
import { newId } from '~/gateways/secrets.server'
import { keptCard, type Unreadable, writeLicence } from './licence-record.server'
import { getEntryHolder, getReachedLicence } from './reached-licence.server'

export type LicenceWish = {
  /** Null: the actor's own. */
  at: { unitId: string; personId: string } | null
  kind: string
  typed: TypedCard
  photo: Uint8Array | null
  /** A licence of the same person and kind that this one takes the place of. */
  replaces: string | null
}

/**
 * Enters a licence as it is printed, for oneself or for somebody of one's unit. Refuses a kind that authorises nothing, a card in
 * another name, days out of order, and a number that somebody else holds or that is entered already.
 */
export async function enterLicence(acting: Acting, wish: LicenceWish): Promise<{ kind: 'entered'; id: string } | Unreadable | Refused> {
  const { now, today, actor } = acting
  const holder = getEntryHolder(acting, wish.at)
  const shape = getLicenceKind(wish.kind)
  if (shape.authorisesNothing !== undefined) return refuse('licences:refusal.authorisesNothing')
  const before = wish.replaces === null ? null : getReachedLicence(acting, wish.replaces, wish.at === null ? 'own' : 'manage')
  if (before !== null && (before.holder.id !== holder.id || before.licence.kind !== shape.id))
    return refuse('licences:refusal.otherLicence')
  const read = readCard(shape, wish.typed, holder.name, today)
  if ('faults' in read) return { kind: 'unreadable', faults: read.faults }
  const photo = wish.photo === null ? null : await keepPhotograph(wish.photo)
  if (photo?.kind === 'refused') return photo
  const [id, auditId] = [newId(now), newId(now)]
  const licence = {
    ...keptCard(read.card),
    id,
    personId: holder.id,
    kind: shape.id,
    photo: photo?.id ?? null,
    unitId: wish.at?.unitId ?? null,
    recordedAt: now,
    recordedBy: actor.accountId,
  }
  const outcome = await transact(async (tx) => {
    if (before !== null && (await licenceInTx(tx, before.licence.id))?.end) return refuse('licences:refusal.ended')
    const refused = await writeLicence(tx, licence, before?.licence.id ?? null)
    if (refused !== null) return refused
    if (before !== null) {
      const end = { at: now, on: formatDay(today), by: actor.accountId, reason: '', replacedBy: id }
      await recordLicenceEnd(tx, { ...end, licenceId: before.licence.id, kind: 'superseded' })
    }
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: before === null ? 'licences.entered' : 'licences.superseded',
      target: { kind: 'person', id: holder.id },
      unitId: wish.at?.unitId ?? null,
      detail: { licence: shape.id, photo: photo !== null },
    })
    return { kind: 'entered' as const, id }
  })
  if (isRefused(outcome) && photo !== null) await dropPhotograph(photo.id)
  return outcome
}
