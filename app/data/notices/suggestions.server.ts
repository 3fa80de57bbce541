import { db } from '../db.server'
import type { Tx } from '../transact.server'

export type NewSuggestion = { id: string; at: Date; page: string; text: string; contact: string | null; accountId: string | null }

export async function recordSuggested(tx: Tx, suggestion: NewSuggestion): Promise<void> {
  await tx.suggestion.create({ data: suggestion })
}

/** Marks a suggestion as handled; false where it is not there, or handled already. */
export async function recordSuggestionHandled(tx: Tx, id: string, by: string, note: string, now: Date): Promise<boolean> {
  const handled = await tx.suggestion.updateMany({ where: { id, handledAt: null }, data: { handledAt: now, handledBy: by, note } })
  return handled.count === 1
}

export const suggestionsAPage = 20

/** One page of suggestions, newest first, with who wrote and who handled them. They reach administrators only. */
export async function listSuggestions(state: 'open' | 'handled', page: number) {
  const where = { handledAt: state === 'open' ? null : { not: null } }
  const [total, open, found] = await Promise.all([
    db().suggestion.count({ where }),
    db().suggestion.count({ where: { handledAt: null } }),
    db().suggestion.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * suggestionsAPage,
      take: suggestionsAPage,
    }),
  ])
  const accounts = await db().account.findMany({
    where: { id: { in: found.flatMap(({ accountId, handledBy }) => [accountId, handledBy].flatMap((id) => id ?? [])) } },
    select: { id: true, person: { select: { id: true, name: true } } },
  })
  const people = new Map(accounts.map((account) => [account.id, account.person]))
  const rows = found.map(({ accountId, handledBy, ...row }) => ({
    ...row,
    from: accountId === null ? null : (people.get(accountId) ?? null),
    handler: handledBy === null ? null : (people.get(handledBy)?.name ?? null),
  }))
  return { rows, total, open }
}
