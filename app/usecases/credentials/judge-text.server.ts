import { publishedKeys } from '~/data/credentials/signing-keys.server'
import { checkedList, isNamed, judgeStatement, type Verdict } from '~/domain/credentials/statement-verdict'
import { statementCrypto } from '~/gateways/signing.server'
import { withdrawnList } from './withdrawn-list.server'

/** What a browser without scripts is told about a text: the same rule as the page's own, on the list of this instant. */
export async function judgeText(typed: string, now: Date): Promise<Verdict> {
  const { bytes } = await withdrawnList(now)
  const keys = await publishedKeys()
  return judgeStatement(typed, { keys, list: checkedList(bytes, keys, statementCrypto) }, statementCrypto)
}

/** Is it the name that was typed? null where none was typed or there is nothing to compare it with. */
export const isNamedIn = (verdict: Verdict, name: string): boolean | null =>
  'statement' in verdict && name.trim() !== '' ? isNamed(verdict.statement, name, statementCrypto) : null
