import type { Asked } from '~/http/asked.server'
import type { Ctx } from '~/http/context.server'
import type { Asker } from './lesson-answer.server'

/** A browser may fetch what it guesses will be read. */
export const isFetchedAhead = (purpose: string | null): boolean => purpose?.includes('prefetch') === true

/** What is known of who asks: nothing of it is kept, and nothing of it changes a byte of the page. */
export const askerOf = ({ address, today, now }: Ctx, { method, headers }: Asked): Asker => ({
  isReader: method === 'GET' && !isFetchedAhead(headers.get('sec-purpose') ?? headers.get('purpose')),
  address,
  browser: headers.get('user-agent') ?? '',
  holds: headers.get('if-none-match'),
  today,
  now,
})
