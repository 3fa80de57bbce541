import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { accountForGrant, recordGranted } from '~/data/accounts/grant-writers.server'
import { placeExists, unitForChange } from '~/data/org/unit-writers.server'
import { type Tx, transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import type { Role } from '~/domain/accounts/grants'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

export type Appointment = {
  accountId: string
  role: Role
  placeId: string | null
  unitId: string | null
  sectors: '*' | readonly string[]
  from: string
  to: string | null
}

/** What the role reaches: a manager one open unit, a supervisor one place, an administrator the whole. Null where it is not there. */
async function reachOf(tx: Tx, { role, placeId, unitId }: Appointment): Promise<{ placeId: string | null; unitId: string | null } | null> {
  switch (role) {
    case 'administrator':
      return { placeId: null, unitId: null }
    case 'supervisor':
      return placeId !== null && (await placeExists(tx, placeId)) ? { placeId, unitId: null } : null
    case 'manager': {
      const unit = unitId === null ? null : await unitForChange(tx, unitId)
      return unit !== null && unit.to === null ? { placeId: null, unitId: unit.id } : null
    }
  }
}

/** Gives an account a right from a day, perhaps to a day, and ends its sessions, so that it goes on with a new one. */
export async function appoint(acting: Acting, wish: Appointment): Promise<{ kind: 'appointed'; grantId: string } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const { accountId, role } = wish
  const sectors = role === 'supervisor' ? wish.sectors : '*'
  const known = catalogue().vocabulary.sectors
  if (sectors !== '*' && (sectors.length === 0 || sectors.some((sector) => !known.has(sector))))
    return refuse('org:refusal.grant.unknownSector', 'sectors')
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  if (from < today) return refuse('org:refusal.grant.fromPast', 'from')
  const to = wish.to === null ? null : readOfficeDay(wish.to, today)
  if (to !== null && !isDay(to)) return refuse(`org:error.day.${to}`, 'to')
  if (to !== null && to < from) return refuse('org:error.day.beforeStart', 'to')
  const [grantId, auditId] = [newId(now), newId(now)]
  return transact(async (tx) => {
    if (!(await accountForGrant(tx, accountId))) throw new NotFound()
    const reach = await reachOf(tx, wish)
    if (reach === null) return refuse('org:refusal.grant.nowhere')
    const given = { id: grantId, accountId, role, ...reach, sectors, from, to, grantedBy: actor.accountId, now }
    if (!(await recordGranted(tx, given))) return refuse('org:refusal.grant.held')
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.appointed',
      target: { kind: 'account', id: accountId },
      ...reach,
      detail: {
        role,
        sectors: sectors === '*' ? null : sectors.join(' '),
        from: formatDay(from),
        to: to === null ? null : formatDay(to),
      },
    })
    return { kind: 'appointed' as const, grantId }
  })
}
