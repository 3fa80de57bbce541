import { findErasure, findUnswept, recordSwept } from '~/data/personal/erasures.server'
import { sweepFreePages } from '~/data/personal/sweep.server'
import { transact } from '~/data/transact.server'
import { civilDay } from '~/domain/shared/civil-day'
import { readClock } from '~/gateways/clock.server'
import { erasedList } from '~/gateways/erased-list.server'
import { registerJob } from '~/gateways/jobs.server'
import { forgetLogin } from '~/gateways/limits.server'
import { dropPacks } from '~/gateways/pack-files.server'
import { dropPhotograph } from '~/gateways/photographs.server'
import { eraseInside, type LeftOutside } from './erase-inside.server'

/** Takes away the files in which somebody could still be seen, and what was remembered of his signing in. */
export async function dropOutside({ photographs, folders, prints, logins }: LeftOutside): Promise<void> {
  for (const id of photographs) await dropPhotograph(id)
  dropPacks(folders, 'zip')
  dropPacks(prints, 'pdf')
  for (const login of logins) await forgetLogin(login)
}

/** Writes the database's file anew where somebody was erased since. Returns false where it could not now: the next run does it. */
export async function sweepErased(now: Date): Promise<boolean> {
  const waiting = findUnswept()
  if (waiting.length === 0) return true
  if (!(await sweepFreePages())) return false
  await transact((tx) => recordSwept(tx, waiting, now))
  return true
}

/** A backup from before an erasure brings the person back: whoever is on the list beside the backups is erased again. */
export async function eraseAgain(now: Date): Promise<number> {
  let again = 0
  for (const { personId } of erasedList()) {
    if ((await findErasure([personId])) !== null) continue
    const wish = { personId, actor: 'system', way: 'rule' as const, reason: 'restored', now, today: civilDay(now) }
    const outcome = await transact((tx) => eraseInside(tx, wish))
    if (outcome.kind !== 'erased') continue
    await dropOutside(outcome.outside)
    again += 1
  }
  return again
}

registerJob({
  name: 'sweep after erasures',
  everySeconds: 300,
  run: async () => {
    await eraseAgain(readClock())
    if (!(await sweepErased(readClock()))) throw new Error('the file of the database could not be written anew')
  },
})
