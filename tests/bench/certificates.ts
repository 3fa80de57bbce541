import { createHash, randomBytes } from 'node:crypto'
import { listBody, signedListBytes } from '~/domain/credentials/revoked-list'
import { bodyOf, signedBytes, statementText } from '~/domain/credentials/statement'
import { toText } from '~/domain/credentials/statement-bytes'
import { checkedList, judgeStatement } from '~/domain/credentials/statement-verdict'
import { kidOf, newKeyPair, signWith, statementCrypto } from '~/gateways/signing.server'

/** Milliseconds that one of them takes, the middle of five rounds. */
function each(count: number, work: (nth: number) => unknown): number {
  const rounds = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    for (let nth = 0; nth < count; nth += 1) work(nth)
    return (performance.now() - begun) / count
  })
  return rounds.sort((one, other) => one - other)[2] ?? 0
}

export type CertificateFigures = {
  hashMs: number
  signMs: number
  judgeMs: number
  listMs: number
  listBytes: number
  statementLength: number
  readListMs: number
}

/** Signing a statement, judging one, making and reading the list of 100,000 certificates; beside 1 MB of SHA-256. */
export function benchCertificates(): CertificateFigures {
  const { publicKey, secretKey } = newKeyPair()
  const kid = kidOf(publicKey)
  const keys = [{ kid, publicKey: toText(publicKey), from: '2026-01-01T00:00:00.000Z', until: null, stolenFrom: null }]
  const at = new Date('2026-03-10T02:00:00Z')
  const written = (serial: number): string => {
    const body = bodyOf({
      kid,
      serial,
      number: 'MB-2026-7K3M-9PQ',
      maskedName: '欧阳**',
      nameMark: '0000',
      position: 'control-room-operator',
      course: 'control-room-operator',
      unit: '云溪县东门农贸市场管理有限责任公司',
      passedOn: '2026-03-10',
      issuedAt: at,
    })
    return statementText(body, signWith(secretKey, signedBytes(body)))
  }
  const revoked = new Set(Array.from({ length: 1_000 }, (_, nth) => nth * 97 + 1))
  const superseded = new Set(Array.from({ length: 30_000 }, (_, nth) => nth * 3 + 2))
  const listed = (): Uint8Array => {
    const body = listBody({ kid, at, last: 100_000, revoked, superseded })
    return Uint8Array.from([...body, ...signWith(secretKey, signedListBytes(body))])
  }
  const block = randomBytes(1_000_000)
  const text = written(4_711)
  const bytes = listed()
  const list = checkedList(bytes, keys, statementCrypto)
  if (judgeStatement(text, { keys, list }, statementCrypto).kind !== 'genuine') throw new Error('what was just signed is genuine')
  return {
    hashMs: each(20, () => createHash('sha256').update(block).digest()),
    signMs: each(200, written),
    judgeMs: each(50, () => judgeStatement(text, { keys, list }, statementCrypto)),
    listMs: each(3, listed),
    readListMs: each(3, () => checkedList(bytes, keys, statementCrypto)),
    listBytes: bytes.length,
    statementLength: text.length,
  }
}
