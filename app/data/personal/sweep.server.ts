import { z } from 'zod'
import { writingClient } from '../db.server'
import { insideTransaction } from '../one-door.server'

const checkpointed = z.array(z.object({ busy: z.coerce.number(), log: z.coerce.number(), checkpointed: z.coerce.number() }))

/**
 * Writes the database's file anew from what is in it, and empties its side file: nothing of what was deleted or written over stays in
 * pages that are free. Returns false where somebody is reading an older state just now and the side file could not be emptied.
 */
export async function sweepFreePages(): Promise<boolean> {
  if (insideTransaction.getStore()) throw new Error('the file cannot be written anew inside a transaction')
  const client = writingClient()
  await client.$executeRawUnsafe('VACUUM')
  const [done] = checkpointed.parse(await client.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)'))
  return done?.busy === 0
}
