import { db } from '../db.server'
import type { Tx } from '../transact.server'

/** Is this installation still waiting for its first administrator? Never again once there was one. */
export async function awaitsFirstAdministrator(): Promise<boolean> {
  const [codes, administrators] = await Promise.all([
    db().firstCode.count({ where: { usedAt: null } }),
    db().grant.count({ where: { role: 'administrator' } }),
  ])
  return codes > 0 && administrators === 0
}

export const isFirstCode = async (codeHash: string): Promise<boolean> =>
  (await db().firstCode.count({ where: { codeHash, usedAt: null } })) > 0

/** A new code; those of earlier starts are void. */
export async function recordFirstCode(tx: Tx, code: { id: string; codeHash: string; now: Date }): Promise<void> {
  await tx.firstCode.deleteMany({ where: { usedAt: null } })
  await tx.firstCode.create({ data: { id: code.id, codeHash: code.codeHash, createdAt: code.now } })
}

/** Uses the code up; false where it is unknown or used. */
export async function recordFirstCodeUsed(tx: Tx, codeHash: string, now: Date): Promise<boolean> {
  const used = await tx.firstCode.updateMany({ where: { codeHash, usedAt: null }, data: { usedAt: now } })
  return used.count === 1
}

/** Says what this installation is, where nobody has yet. */
export async function recordInstallation(tx: Tx, epoch: string, now: Date): Promise<void> {
  await tx.installation.upsert({ where: { id: 1 }, create: { id: 1, epoch, createdAt: now }, update: {} })
}
