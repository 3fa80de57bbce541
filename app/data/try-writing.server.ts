import { z } from 'zod'
import { transact } from './transact.server'

const kept = z.array(z.object({ user_version: z.coerce.number().int() }))

/** Writes something that changes nothing, through the same door as everything else. Throws `NotSaved` where it cannot. */
export const tryWriting = (): Promise<void> =>
  transact(async (tx) => {
    const [found] = kept.parse(await tx.$queryRawUnsafe('PRAGMA user_version'))
    await tx.$executeRawUnsafe(`PRAGMA user_version = ${found?.user_version ?? 0}`)
  })
