import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordTraitAdded, recordTraitEnded } from '~/data/org/trait-writers.server'
import { unitForChange } from '~/data/org/unit-writers.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

const changed = { kind: 'changed' as const }

/** Gives a unit a trait from a day, perhaps to a day. Refuses unknown traits, and one that it already has on some of these days. */
export async function addTrait(
  acting: Acting,
  wish: { unitId: string; trait: string; from: string; to: string | null },
): Promise<typeof changed | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const { unitId, trait } = wish
  if (!catalogue().vocabulary.traits.has(trait) || trait.includes('{')) return refuse('org:refusal.unit.unknownTrait', 'trait')
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const to = wish.to === null ? null : readOfficeDay(wish.to, today)
  if (to !== null && !isDay(to)) return refuse(`org:error.day.${to}`, 'to')
  if (to !== null && to < from) return refuse('org:error.day.beforeStart', 'to')
  const [id, auditId] = [newId(now), newId(now)]
  return transact(async (tx) => {
    const unit = await unitForChange(tx, unitId)
    if (!unit) throw new NotFound()
    if (!(await recordTraitAdded(tx, { id, unitId, trait, from, to }))) return refuse('org:refusal.unit.traitHeld', 'trait')
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.traitAdded',
      target: { kind: 'unit', id: unitId },
      unitId,
      detail: { trait, from: formatDay(from), to: to === null ? null : formatDay(to) },
    })
    return changed
  })
}

/** Gives a trait of a unit its last day; an earlier or later one than before is a correction. */
export async function endTrait(acting: Acting, wish: { unitId: string; traitId: string; to: string }): Promise<typeof changed | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const to = readOfficeDay(wish.to, today)
  if (!isDay(to)) return refuse(`org:error.day.${to}`, 'to')
  const auditId = newId(now)
  return transact(async (tx) => {
    const ended = await recordTraitEnded(tx, wish.unitId, wish.traitId, to)
    if (ended === 'gone') throw new NotFound()
    if (ended === 'beforeStart') return refuse('org:error.day.beforeStart', 'to')
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.traitEnded',
      target: { kind: 'unit', id: wish.unitId },
      unitId: wish.unitId,
      detail: { trait: ended.trait, to: formatDay(to) },
    })
    return changed
  })
}
