import { getLicenceKind } from '~/content/licences.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { licenceInTx, recordLicenceCorrected } from '~/data/credentials/licence-acts.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { readCard, type TypedCard } from '~/domain/credentials/licence-entry'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { dropPhotograph, keepPhotograph } from '~/gateways/photographs.server'
import { newId } from '~/gateways/secrets.server'
import { keptCard, takenRefusal, type Unreadable } from './licence-record.server'
import { getReachedLicence } from './reached-licence.server'

type Correction = { licenceId: string; act: 'own' | 'manage'; typed: TypedCard; photo: Uint8Array | null }

/** Puts right what was entered, as long as nobody has checked it: afterwards the check would speak of something else. */
export async function correctLicence(acting: Acting, wish: Correction): Promise<{ kind: 'corrected' } | Unreadable | Refused> {
  const { now, today, actor } = acting
  const { licence, holder, unit } = getReachedLicence(acting, wish.licenceId, wish.act)
  const read = readCard(getLicenceKind(licence.kind), wish.typed, holder.name, today)
  if ('faults' in read) return { kind: 'unreadable', faults: read.faults }
  const photo = wish.photo === null ? null : await keepPhotograph(wish.photo)
  if (photo?.kind === 'refused') return photo
  const kept = keptCard(read.card)
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const known = await licenceInTx(tx, licence.id)
    if (known === null || known.end !== null || known.checks.length > 0) return refuse('licences:refusal.checkedAlready')
    const wanted = { ...kept, personId: holder.id, kind: licence.kind, apart: licence.id }
    const refused = await takenRefusal(tx, wanted)
    if (refused !== null) return refused
    await recordLicenceCorrected(tx, licence.id, { ...kept, photo: photo?.id ?? known.photo })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'licences.corrected',
      target: { kind: 'person', id: holder.id },
      unitId: unit?.id ?? null,
      detail: { licence: licence.kind, photo: photo !== null },
    })
    return { kind: 'corrected' as const }
  })
  const left = isRefused(outcome) ? photo?.id : photo === null ? null : licence.photo
  if (left) await dropPhotograph(left)
  return outcome
}
