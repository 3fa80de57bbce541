import type { RevokedList } from '~/domain/credentials/revoked-list'
import { listBody, parseList } from '~/domain/credentials/revoked-list'
import type { PublishedKey } from '~/domain/credentials/signing-keys'
import { bodyOf, type Statement, signedBytes, statementText } from '~/domain/credentials/statement'
import { toText } from '~/domain/credentials/statement-bytes'
import { nameMarkOf } from '~/domain/credentials/statement-verdict'
import { kidOf, newKeyPair, signWith, statementCrypto } from '~/gateways/signing.server'

export type Key = PublishedKey & { secretKey: Uint8Array }

export function makeKey(facts: Partial<PublishedKey> = {}): Key {
  const { publicKey, secretKey } = newKeyPair()
  return {
    kid: kidOf(publicKey),
    publicKey: toText(publicKey),
    secretKey,
    from: '2026-01-01T00:00:00.000Z',
    until: null,
    stolenFrom: null,
    ...facts,
  }
}

export const issuedAt = new Date('2026-03-10T02:00:00.000Z')

export function statement(key: Key, facts: Partial<Statement> = {}): Statement {
  const number = facts.number ?? 'MB-2026-7K3M-9PQ'
  return {
    kid: key.kid,
    serial: 4711,
    number,
    maskedName: '欧阳**',
    nameMark: nameMarkOf(number, '欧阳秀英', statementCrypto),
    position: 'control-room-operator',
    course: 'control-room-operator',
    unit: '云溪县东门农贸市场管理有限责任公司',
    passedOn: '2026-03-10',
    issuedAt,
    ...facts,
  }
}

export function signed(key: Key, facts: Partial<Statement> = {}): string {
  const body = bodyOf(statement(key, facts))
  return statementText(body, signWith(key.secretKey, signedBytes(body)))
}

/** A list as a checker holds it. */
export function listOf(kid: string, last: number, revoked: number[] = [], superseded: number[] = []): RevokedList {
  const body = listBody({ kid, at: new Date('2026-03-11T02:00:00Z'), last, revoked: new Set(revoked), superseded: new Set(superseded) })
  const parsed = parseList(Uint8Array.from([...body, ...new Uint8Array(64)]))
  if (parsed === null) throw new Error('a list that was just made can be read')
  return parsed.list
}
