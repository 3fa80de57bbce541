import { z } from 'zod'
import { NotSaved } from '~/domain/shared/faults'
import { writingClient } from '../db.server'
import { insideTransaction } from '../one-door.server'

const checkpointed = z.array(z.object({ busy: z.coerce.number(), log: z.coerce.number(), checkpointed: z.coerce.number() }))

/**
 * Writes the database's file anew from what is in it, and empties its side file: nothing of what was deleted or written over stays in
 * pages that are free. Returns false where another process holds the database, or reads an older state of it, just now.
 */
export async function sweepFreePages(): Promise<boolean> {
  if (insideTransaction.getStore()) throw new Error('the file cannot be written anew inside a transaction')
  const client = writingClient()
  const rewritten = await client.$executeRawUnsafe('VACUUM').then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof NotSaved) return false
      throw fault
    },
  )
  if (!rewritten) return false
  const [done] = checkpointed.parse(await client.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)'))
  return done?.busy === 0
}
