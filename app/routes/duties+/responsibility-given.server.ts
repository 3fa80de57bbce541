import { findAccountNames } from '~/data/accounts/account-names.server'
import { storedSpan } from '~/data/stored-day.server'
import { holdingOn } from '~/domain/org/holding'
import type { Day } from '~/domain/shared/day'
import type { Given } from '~/ui/duties/responsibility/frame'

type Row = {
  id: string
  from: string
  to: string | null
  endedBy: string | null
  post?: { from: string; to: string | null } | null
}

/** Rows of something given as the history tells them, with who gave and who ended it. */
export function givenOf<R extends Row>(
  rows: readonly R[],
  on: Day,
  words: (row: R) => { what: string; more: string | null; by: string },
): Given[] {
  const names = findAccountNames(rows.flatMap((row) => [words(row).by, row.endedBy]))
  return rows.map((row) => {
    const { what, more, by } = words(row)
    const span = storedSpan(row)
    const state = holdingOn({ span, post: row.post ? storedSpan(row.post) : span }, on)
    return {
      id: row.id,
      what,
      more,
      from: row.from,
      to: row.to,
      by: names.get(by) ?? null,
      endedBy: row.endedBy === null ? null : (names.get(row.endedBy) ?? null),
      isOver: state === 'over',
      isLeft: state === 'left',
    }
  })
}
