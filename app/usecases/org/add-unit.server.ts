import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { isShortCodeFree, isUnitNameFree, placeExists, recordUnitAdded } from '~/data/org/unit-writers.server'
import { type Tx, transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { joinCodeLength, readName } from '~/domain/org/joining'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newCode, newId } from '~/gateways/secrets.server'

export type UnitWish = { name: string; placeId: string; sector: string; from: string; traits: readonly string[] }

async function firstFree(tx: Tx, codes: readonly string[]): Promise<string> {
  for (const code of codes) if (await isShortCodeFree(tx, code)) return code
  throw new Error('no short code is free')
}

/** Adds a unit with its traits from its first day, its short code and its first join code. Refuses unknown places, sectors and traits. */
export async function addUnit(acting: Acting, wish: UnitWish): Promise<{ kind: 'added'; id: string } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const { sectors, traits } = catalogue().vocabulary
  const name = readName(wish.name)
  if (name === '') return refuse('org:error.nameMissing', 'name')
  if (!sectors.has(wish.sector)) return refuse('org:refusal.unit.unknownSector', 'sector')
  const chosen = [...new Set(wish.traits)]
  if (chosen.some((trait) => !traits.has(trait) || trait.includes('{'))) return refuse('org:refusal.unit.unknownTrait', 'traits')
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const id = newId(now)
  const auditId = newId(now)
  const shortCodes = Array.from({ length: 20 }, () => newCode(4))
  const joinCode = { id: newId(now), code: newCode(joinCodeLength) }
  const rows = chosen.map((trait) => ({ id: newId(now), trait }))
  return transact(async (tx) => {
    if (!(await placeExists(tx, wish.placeId))) return refuse('org:refusal.unit.unknownPlace', 'placeId')
    if (!(await isUnitNameFree(tx, wish.placeId, name, null))) return refuse('org:refusal.unit.sameName', 'name')
    const shortCode = await firstFree(tx, shortCodes)
    await recordUnitAdded(tx, { id, placeId: wish.placeId, name, sector: wish.sector, shortCode, from }, joinCode, rows, now)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.unitAdded',
      target: { kind: 'unit', id },
      unitId: id,
      placeId: wish.placeId,
      detail: { sector: wish.sector, traits: chosen.join(' ') || null, from: formatDay(from) },
    })
    return { kind: 'added' as const, id }
  })
}
