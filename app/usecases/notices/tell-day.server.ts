import { isDayTold, recordDayTold } from '~/data/notices/notices.server'
import { transact } from '~/data/transact.server'
import { noticeDay } from '~/domain/notices/notice-day'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { makeDigests } from './make-digests.server'
import { tellEverybody, type Writing } from './tell-everybody.server'

/**
 * The notices of the civil day, from six in the morning; a day that was missed is caught up by the next one as things stand then. What
 * was written before a crash is found again: the same day leaves the same rows, however often it is begun. False where it was done.
 */
export async function tellDay(now: Date, write: Writing = transact): Promise<boolean> {
  const on = noticeDay(now)
  if (isDayTold(on)) return false
  await tellEverybody(on, now, write)
  await makeDigests(on, now, write)
  await write((tx) => recordDayTold(tx, on, now))
  return true
}

registerJob({ name: 'tell the day’s notices', everySeconds: 300, run: () => tellDay(readClock()) })
