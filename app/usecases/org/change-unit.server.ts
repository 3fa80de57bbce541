import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { isUnitNameFree, placeExists, recordUnitChanged, unitForChange } from '~/data/org/unit-writers.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { readName } from '~/domain/org/joining'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** Changes a unit's name, place or sector from now on. Refuses what is not in the lists, and the name of an open neighbour. */
export async function changeUnit(
  acting: Acting,
  wish: { unitId: string; name: string; placeId: string; sector: string },
): Promise<{ kind: 'changed' } | Refused> {
  mustAdminister(acting)
  const { now, actor } = acting
  const { unitId, placeId, sector } = wish
  const name = readName(wish.name)
  if (name === '') return refuse('org:error.nameMissing', 'name')
  if (!catalogue().vocabulary.sectors.has(sector)) return refuse('org:refusal.unit.unknownSector', 'sector')
  const auditId = newId(now)
  return transact(async (tx) => {
    const unit = await unitForChange(tx, unitId)
    if (!unit) throw new NotFound()
    if (!(await placeExists(tx, placeId))) return refuse('org:refusal.unit.unknownPlace', 'placeId')
    if (unit.to === null && !(await isUnitNameFree(tx, placeId, name, unitId))) return refuse('org:refusal.unit.sameName', 'name')
    const before = { name: unit.name, placeId: unit.placeId, sector: unit.sector }
    if (before.name === name && before.placeId === placeId && before.sector === sector) return { kind: 'changed' as const }
    await recordUnitChanged(tx, unitId, { name, placeId, sector })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.unitChanged',
      target: { kind: 'unit', id: unitId },
      unitId,
      placeId,
      detail: {
        ...(before.name === name ? {} : { before: before.name, after: name }),
        ...(before.sector === sector ? {} : { sectorBefore: before.sector, sector }),
        ...(before.placeId === placeId ? {} : { placeBefore: unit.place.name }),
      },
    })
    return { kind: 'changed' as const }
  })
}
