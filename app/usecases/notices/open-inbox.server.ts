import { recordNoticesSeen } from '~/data/notices/notices.server'
import { transact } from '~/data/transact.server'
import { noticeDay } from '~/domain/notices/notice-day'
import { type Inbox, inboxOf } from './current-notices.server'

type Reader = { now: Date; actor: { accountId: string; personId: string } }

/** The reader's notices; whatever was new to him is seen from now on. */
export async function openInbox({ now, actor }: Reader): Promise<Inbox> {
  const inbox = await inboxOf(actor, noticeDay(now), now)
  const unseen = [...inbox.current, ...inbox.earlier].filter(({ isSeen }) => !isSeen)
  if (unseen.length > 0)
    await transact((tx) =>
      recordNoticesSeen(
        tx,
        unseen.map(({ id }) => id),
        now,
      ),
    )
  return inbox
}
