import { recordAudit } from '~/data/accounts/audit.server'
import { findRegisterIds, type RegisterFilter } from '~/data/credentials/register.server'
import { findToRevoke, recordRevocation } from '~/data/credentials/revocations.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** Certificates that one act takes back at most. */
export const mostRevoked = 5000
const atOnce = 50

export type RevokeManyRequest = Acting & {
  filter: RegisterFilter
  /** How many the preview said; typed again to confirm. */
  previewed: number
  typed: string
  reason: string
}

/** Those of the filter that are not revoked yet. */
export async function findRevocable({ actor, today }: Acting, filter: RegisterFilter): Promise<string[]> {
  const found = await findRegisterIds(scopeFor(actor.grants, 'see', today), filter, mostRevoked + 1)
  return findToRevoke(found).map(({ id }) => id)
}

/**
 * An administrator takes many certificates back for one reason (a paper leaked): each with its evidence and an audit entry of its own. They
 * go in small transactions, so that others can write between; one that was interrupted is finished by asking again.
 */
export async function revokeCertificates(request: RevokeManyRequest): Promise<{ kind: 'done'; count: number } | Refused> {
  const { actor, filter, previewed, typed, reason, now, today } = request
  mustAdminister(request)
  const { from, to, course, unitId, text, number, serial, placePath } = filter
  if ([from, to, course, unitId, text, number, serial, placePath].every((one) => one === null))
    return refuse('credentials:register.refusal.noFilter')
  const ids = await findRevocable(request, filter)
  if (ids.length > mostRevoked) return refuse('credentials:register.refusal.tooManyToRevoke', '', { most: mostRevoked })
  if (ids.length !== previewed) return refuse('credentials:register.refusal.changed', '', { count: ids.length })
  if (ids.length === 0 || typed.trim() !== String(ids.length)) return refuse('credentials:register.refusal.countDiffers', 'confirm')
  const makeId = () => newId(now)
  let count = 0
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = findToRevoke(ids.slice(from, from + atOnce))
    count += await transact(async (tx) => {
      let revoked = 0
      for (const { id, attemptId, unitId: unit, number: named } of some) {
        const by = actor.accountId
        if (!(await recordRevocation(tx, { certificateId: id, attemptId, on: today, at: now, by, reason, makeId }))) continue
        revoked += 1
        await recordAudit(tx, {
          id: makeId(),
          at: now,
          actor: by,
          act: 'credentials.certificateRevoked',
          target: { kind: 'certificate', id },
          unitId: unit,
          detail: { number: named },
        })
      }
      return revoked
    })
  }
  return { kind: 'done', count }
}
