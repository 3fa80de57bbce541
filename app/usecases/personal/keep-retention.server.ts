import { declinedOnly, isRetainedOn, recordRetained, recordRetentionDay } from '~/data/personal/retention.server'
import { transact } from '~/data/transact.server'
import { goesBefore, retentionRules } from '~/domain/personal/retention'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { readClock } from '~/gateways/clock.server'
import { noteErased } from '~/gateways/erased-list.server'
import { registerJob } from '~/gateways/jobs.server'
import { eraseInside } from './erase-inside.server'
import { dropOutside, sweepErased } from './sweep-erased.server'

async function eraseDeclined(before: Date, now: Date): Promise<number> {
  const people = await transact((tx) => declinedOnly(tx, before))
  let erased = 0
  for (const personId of people) {
    const wish = { personId, actor: 'system', way: 'rule' as const, reason: 'ended', now, today: civilDay(now) }
    const outcome = await transact((tx) => eraseInside(tx, wish))
    if (outcome.kind !== 'erased') continue
    noteErased({ personId, at: now })
    await dropOutside(outcome.outside)
    erased += 1
  }
  return erased
}

/** Applies every rule of retention once a civil day and keeps how much went by each. A second run on the day does nothing. */
export async function keepRetention(now: Date): Promise<Record<string, number>> {
  const on = formatDay(civilDay(now))
  if (isRetainedOn(on)) return {}
  const counts: Record<string, number> = {}
  for (const rule of retentionRules) {
    if (rule.how === 'elsewhere') continue
    const before = goesBefore(rule, now)
    counts[rule.id] = rule.how === 'erased' ? await eraseDeclined(before, now) : await transact((tx) => recordRetained(tx, rule.id, before))
  }
  await transact((tx) => recordRetentionDay(tx, { on, at: now, counts }))
  await sweepErased(now)
  return counts
}

registerJob({ name: 'keep the rules of retention', everySeconds: 3600, run: () => keepRetention(readClock()) })
