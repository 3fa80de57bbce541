import { openNotices, recordNoticesOver, recordTold } from '~/data/notices/notices.server'
import type { transact } from '~/data/transact.server'
import { keyOf, type Telling } from '~/domain/notices/notice'
import type { Day } from '~/domain/shared/day'
import { newId } from '~/gateways/secrets.server'
import { everybodysNotices } from './current-notices.server'

/** How a step is written; a whole day is written in steps, any of which may be the last one before a crash. */
export type Writing = typeof transact

/** Tells these accounts what they were not told before, and notes what has been done about what they were. */
async function tell(accounts: readonly string[], told: readonly Telling[], on: Day, now: Date, write: Writing): Promise<void> {
  const open = openNotices(accounts).filter(({ body }) => body.kind !== 'mail')
  const asked = new Set(told.map(keyOf))
  const known = new Set(open.map(keyOf))
  const fresh = told.filter((one) => !known.has(keyOf(one))).map((one) => ({ ...one, id: newId(now) }))
  const over = open.filter((one) => !asked.has(keyOf(one))).map(({ id }) => id)
  if (fresh.length + over.length === 0) return
  await write(async (tx) => {
    await recordTold(tx, fresh, on, now)
    await recordNoticesOver(tx, over, now)
  })
}

/** Everybody's notices of a day, a hundred accounts a step. Told again, they are the same rows. */
export async function tellEverybody(on: Day, now: Date, write: Writing): Promise<void> {
  for await (const { accounts, told } of everybodysNotices(on, now)) await tell(accounts, told, on, now, write)
}
