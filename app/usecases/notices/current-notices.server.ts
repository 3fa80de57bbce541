import { setImmediate } from 'node:timers/promises'
import { addressOf } from '~/data/notices/mail-addresses.server'
import { noticesOf, type StoredNotice } from '~/data/notices/notices.server'
import { everyRecipient, everyWatcher, type Recipient } from '~/data/notices/recipients.server'
import { inOrder, keyOf, type Telling } from '~/domain/notices/notice'
import type { Day } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { invitationNotices } from './invitation-notices.server'
import { ownNotices } from './own-notices.server'
import { watchNotices } from './watch-notices.server'

const peopleASlice = 100

/** What everybody has to be told on a day, a hundred people at a time; between them other requests are answered. */
export async function* everybodysNotices(on: Day, now: Date): AsyncGenerator<{ accounts: string[]; told: Telling[] }> {
  const shared = groupedBy([...(await watchNotices(everyWatcher(), on)), ...(await invitationNotices(on, now))], (one) => one.accountId)
  const everybody = everyRecipient()
  for (let start = 0; start < everybody.length; start += peopleASlice) {
    const slice = everybody.slice(start, start + peopleASlice)
    const accounts = slice.map(({ accountId }) => accountId)
    yield { accounts, told: [...ownNotices(slice, on), ...accounts.flatMap((id) => shared.get(id) ?? [])] }
    await setImmediate()
  }
}

/** Notices that are looked at when somebody opens them. */
const mostShown = 200

export type Inbox = { current: StoredNotice[]; earlier: StoredNotice[] }

/** What somebody was told: what is still to be done as things stand now, the most urgent first, and the rest, newest first. */
export async function inboxOf(reader: Recipient, today: Day, now: Date): Promise<Inbox> {
  const { accountId } = reader
  const asked = [...ownNotices([reader], today), ...(await watchNotices([accountId], today)), ...(await invitationNotices(today, now))]
  const keys = new Set(asked.filter((one) => one.accountId === accountId).map(keyOf))
  const address = addressOf(accountId)?.id
  const isCurrent = (one: StoredNotice): boolean => keys.has(keyOf(one)) || (one.body.kind === 'mail' && one.subject === address)
  const all = noticesOf(accountId, mostShown)
  return {
    current: all.filter(isCurrent).sort((one, other) => inOrder(one.body, other.body)),
    earlier: all.filter((one) => !isCurrent(one)),
  }
}
