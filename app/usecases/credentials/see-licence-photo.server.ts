import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { readPhotograph } from '~/gateways/photographs.server'
import { newId } from '~/gateways/secrets.server'
import { getReachedLicence, type LicenceAct, type ReachedLicence } from './reached-licence.server'

const ways: readonly LicenceAct[] = ['own', 'manage', 'supervise']

function reachedInAnyWay(acting: Acting, licenceId: string): ReachedLicence {
  for (const act of ways) {
    try {
      return getReachedLicence(acting, licenceId, act)
    } catch (fault) {
      if (!(fault instanceof NotFound)) throw fault
    }
  }
  throw new NotFound()
}

/** The photograph of a card as JPEG; null where none is kept. That somebody else than its holder looked is written down. */
export async function seeLicencePhoto(acting: Acting, licenceId: string): Promise<Buffer | null> {
  const { licence, holder, unit, isOwn } = reachedInAnyWay(acting, licenceId)
  if (licence.photo === null) return null
  const { now, actor } = acting
  const auditId = newId(now)
  if (!isOwn)
    await transact((tx) =>
      recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'licences.photoSeen',
        target: { kind: 'person', id: holder.id },
        unitId: unit?.id ?? null,
        detail: { licence: licence.kind },
      }),
    )
  return readPhotograph(licence.photo)
}
