import { recordSuggested } from '~/data/notices/suggestions.server'
import { transact } from '~/data/transact.server'
import { readPage, suggestionLength, suggestionsAnHour } from '~/domain/notices/suggestion'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { countSuggestion } from './suggestion-limit.server'

type Sender = { now: Date; address: string; accountId: string | null }

/** Takes a suggestion or complaint from anybody, signed in or not. Refuses too short or too long ones, and floods from one address. */
export async function suggest(
  { now, address, accountId }: Sender,
  wish: { page: string; text: string; contact: string | null },
): Promise<{ kind: 'suggested' } | Refused> {
  const text = withoutUnseen(wish.text).trim()
  const length = [...text].length
  if (length < suggestionLength.least) return refuse('notices:refusal.short', 'text', { least: suggestionLength.least })
  if (length > suggestionLength.most) return refuse('notices:refusal.long', 'text', { most: suggestionLength.most, length })
  const contact =
    withoutUnseen(wish.contact ?? '')
      .trim()
      .slice(0, suggestionLength.contact) || null
  if (!countSuggestion(address, now)) return refuse('notices:refusal.tooMany', '', { most: suggestionsAnHour })
  const suggestion = { id: newId(now), at: now, page: readPage(wish.page), text, contact, accountId }
  await transact((tx) => recordSuggested(tx, suggestion))
  return { kind: 'suggested' }
}
