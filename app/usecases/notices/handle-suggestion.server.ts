import { recordAudit } from '~/data/accounts/audit.server'
import { recordSuggestionHandled } from '~/data/notices/suggestions.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { suggestionLength } from '~/domain/notices/suggestion'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** Marks a suggestion as handled and says what was done. Refuses one that somebody handled in the meantime. */
export async function handleSuggestion(acting: Acting, wish: { id: string; note: string }): Promise<{ kind: 'handled' } | Refused> {
  mustAdminister(acting)
  const { now, actor } = acting
  const note = wish.note.trim()
  if (note === '') return refuse('notices:error.noteMissing', 'note')
  if ([...note].length > suggestionLength.note) return refuse('notices:refusal.noteLong', 'note', { most: suggestionLength.note })
  const auditId = newId(now)
  return transact(async (tx) => {
    if (!(await recordSuggestionHandled(tx, wish.id, actor.accountId, note, now))) return refuse('notices:refusal.alreadyHandled')
    const target = { kind: 'suggestion', id: wish.id }
    await recordAudit(tx, { id: auditId, at: now, actor: actor.accountId, act: 'notices.suggestionHandled', target })
    return { kind: 'handled' as const }
  })
}
