import { type Day, formatDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'

/** Adds a trait to a unit; false where the unit already has it on some of these days. */
export async function recordTraitAdded(
  tx: Tx,
  { from, to, ...trait }: { id: string; unitId: string; trait: string; from: Day; to: Day | null },
): Promise<boolean> {
  const since = formatDay(from)
  const until = to === null ? null : formatDay(to)
  const overlap = await tx.unitTrait.findFirst({
    where: {
      unitId: trait.unitId,
      trait: trait.trait,
      ...(until === null ? {} : { from: { lte: until } }),
      OR: [{ to: null }, { to: { gte: since } }],
    },
  })
  if (overlap) return false
  await tx.unitTrait.create({ data: { ...trait, from: since, to: until } })
  return true
}

/** Gives a trait its last day. Says what it was, or why not. */
export async function recordTraitEnded(tx: Tx, unitId: string, id: string, to: Day): Promise<{ trait: string } | 'gone' | 'beforeStart'> {
  const held = await tx.unitTrait.findFirst({ where: { id, unitId } })
  if (!held) return 'gone'
  const until = formatDay(to)
  if (until < held.from) return 'beforeStart'
  await tx.unitTrait.update({ where: { id }, data: { to: until } })
  return { trait: held.trait }
}

/** Ends a trait that a unit has without end, after a last day, or after its first where that is later; nothing where it has none. */
export async function recordTraitClosed(tx: Tx, unitId: string, trait: string, to: Day): Promise<void> {
  const until = formatDay(to)
  await tx.unitTrait.updateMany({ where: { unitId, trait, to: null, from: { lte: until } }, data: { to: until } })
  const younger = await tx.unitTrait.findMany({ where: { unitId, trait, to: null }, select: { id: true, from: true } })
  for (const { id, from } of younger) await tx.unitTrait.update({ where: { id }, data: { to: from } })
}
