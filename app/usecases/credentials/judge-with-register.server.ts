import { publishedKeys } from '~/data/credentials/signing-keys.server'
import { withdrawnSerials } from '~/data/credentials/withdrawn-serials.server'
import type { RevokedList } from '~/domain/credentials/revoked-list'
import { isNamed, judgeStatement, type Known, type Verdict } from '~/domain/credentials/statement-verdict'
import { statementCrypto } from '~/gateways/signing.server'

/** Keys and register of this installation at this instant; nothing is written for it. */
export async function knownHere(now: Date): Promise<Known> {
  const { last, revoked, superseded } = withdrawnSerials()
  const stateOf: RevokedList['stateOf'] = (serial) => {
    if (serial > last) return 'later'
    if (revoked.has(serial)) return 'revoked'
    return superseded.has(serial) ? 'superseded' : 'standing'
  }
  return { keys: await publishedKeys(), list: { kid: '', at: now, last, stateOf } }
}

export const judge = (typed: string, known: Known): Verdict => judgeStatement(typed, known, statementCrypto)

/** Is this the printed name of the statement? */
export const isNameOf = (verdict: Verdict, name: string): boolean =>
  'statement' in verdict && isNamed(verdict.statement, name, statementCrypto)
