import { publishedKeys } from '~/data/credentials/signing-keys.server'
import type { RevokedList } from '~/domain/credentials/revoked-list'
import type { PublishedKey } from '~/domain/credentials/signing-keys'
import { checkedList, isNamed, judgeStatement, type Verdict } from '~/domain/credentials/statement-verdict'
import { statementCrypto } from '~/gateways/signing.server'
import { ensureSigningKey } from './signing-key.server'
import { withdrawnList } from './withdrawn-list.server'

let kept: { etag: string; list: RevokedList | null } | null = null

/** The list of this instant, taken apart and checked once. */
async function currentList(now: Date, keys: readonly PublishedKey[]): Promise<RevokedList | null> {
  const { bytes, etag } = await withdrawnList(now)
  if (kept?.etag !== etag) kept = { etag, list: checkedList(bytes, keys, statementCrypto) }
  return kept.list
}

/** What a browser without scripts is told about a text: the same rule as the page's own, on the list of this instant. */
export async function judgeText(typed: string, now: Date): Promise<Verdict> {
  await ensureSigningKey(now)
  const keys = await publishedKeys()
  return judgeStatement(typed, { keys, list: await currentList(now, keys) }, statementCrypto)
}

/** Is it the name that was typed? null where none was typed or there is nothing to compare it with. */
export const isNamedIn = (verdict: Verdict, name: string): boolean | null =>
  'statement' in verdict && name.trim() !== '' ? isNamed(verdict.statement, name, statementCrypto) : null
