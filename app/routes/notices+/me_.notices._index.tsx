import { useLoaderData } from '@remix-run/react'
import type { StoredNotice } from '~/data/notices/notices.server'
import { urgency } from '~/domain/notices/notice'
import { formatDay } from '~/domain/shared/day'
import { serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { type InboxLine, InboxView } from '~/ui/notices/inbox-view'
import { titled } from '~/ui/shell/title'
import { noticeWords } from '~/usecases/notices/notice-words.server'
import { openInbox } from '~/usecases/notices/open-inbox.server'

/** How many that are done with are shown. */
const mostEarlier = 30

const lineOf = ({ id, on, body, isSeen }: StoredNotice, locale: Locale): InboxLine => ({
  ...{ id, on: formatDay(on), isNew: !isSeen, isPressing: urgency(body) === 0, kind: body.kind },
  ...noticeWords(body, locale),
})

export const loader = serve('person', async (ctx) => {
  const { current, earlier } = await openInbox(ctx)
  return {
    current: current.map((one) => lineOf(one, ctx.locale)),
    earlier: earlier.slice(0, mostEarlier).map((one) => lineOf(one, ctx.locale)),
  }
})

export const handle = titled<typeof loader>((t, { current }) =>
  current.length === 0 ? t('inbox:none') : t('inbox:title', { count: current.length }),
)

export default function Inbox() {
  return <InboxView {...useLoaderData<typeof loader>()} />
}
