import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedName } from '~/domain/credentials/masked-name'
import { bodyOf, mostBytes, statementText } from '~/domain/credentials/statement'
import { fromText, toText } from '~/domain/credentials/statement-bytes'
import { isNamed, judgeStatement, type Known, type Verdict } from '~/domain/credentials/statement-verdict'
import { statementCrypto } from '~/gateways/signing.server'
import { listOf, makeKey, signed, statement } from './statement-cases'

const key = makeKey()
const other = makeKey()
const known: Known = { keys: [key], list: listOf(key.kid, 10_000) }
const longest = (ids: readonly string[]) => [...ids].sort((one, other) => other.length - one.length)[0] ?? ''
const judge = (text: string, by: Known = known): Verdict => judgeStatement(text, by, statementCrypto)
const said = (verdict: Verdict): string => ('why' in verdict ? `${verdict.kind} ${verdict.why}` : verdict.kind)
const genuine = signed(key)
const bytes = fromText(genuine) ?? new Uint8Array()
/** The full ten thousand run with npm run test:long. */
const mutations = Number(process.env.MUTATIONS ?? 500)

describe('a statement as we signed it', () => {
  it('is genuine and says what the paper says, with the name masked', () => {
    const verdict = judge(genuine)
    expect(verdict).toMatchObject({ kind: 'genuine', list: 'current', statement: statement(key) })
    expect(JSON.stringify(verdict)).not.toContain('秀英')
  })

  it.each([
    ['the whole address', `https://xiaofang.example/V#${genuine}`],
    ['with line breaks from a message', `${genuine.slice(0, 70)}\n ${genuine.slice(70)} `],
  ])('is read from %s', (_, typed) => expect(said(judge(typed))).toBe('genuine'))

  it('tells whether the printed name is the one it was issued to', () => {
    const given = statement(key)
    for (const name of ['欧阳秀英', ' 欧阳 秀英']) expect(isNamed(given, name, statementCrypto)).toBe(true)
    for (const name of ['欧阳秀兰', '欧阳', '']) expect(isNamed(given, name, statementCrypto)).toBe(false)
  })

  it('stays within 300 characters for the longest names, units, position and course of the catalogue', () => {
    const positions = fs.readFileSync('content/vocabulary/positions.yaml', 'utf8').match(/(?<=id: )[a-z-]+/g) ?? []
    const [position, course] = [longest(positions), longest(fs.readdirSync('content/courses'))]
    expect(position.length).toBeGreaterThan(15)
    const units = ['某'.repeat(200), 'Long Name Trading Company Limited '.repeat(9), '社']
    const names = ['买买提·'.repeat(12), 'Maximiliana Aurelia', '欧阳秀英', '一'.repeat(60)]
    for (const unit of units)
      for (const name of names) {
        const body = bodyOf(statement(key, { position, course, unit, maskedName: maskedName(name), serial: 4_000_000_000 }))
        const text = statementText(body, new Uint8Array(64))
        if (text.length > 300 || body.length + 64 > mostBytes) throw new Error(`${text.length} characters: ${position} ${course}`)
      }
    const verdict = judge(signed(key, { unit: units[0] ?? '', maskedName: '欧阳**' }))
    expect(verdict).toMatchObject({ kind: 'genuine', statement: { unit: expect.stringMatching(/^某{10,}…$/) } })
  })
})

describe('changed statements', () => {
  const flipped = fc
    .record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) })
    .map(({ at, bit }) => toText(bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte))))
  const flippedText = fc
    .record({ at: fc.nat(genuine.length - 1), bit: fc.nat(6) })
    .map(({ at, bit }) => genuine.slice(0, at) + String.fromCharCode(genuine.charCodeAt(at) ^ (1 << bit)) + genuine.slice(at + 1))
  const cut = fc.nat(genuine.length - 1).map((at) => genuine.slice(0, at))
  const cutFront = fc.integer({ min: 1, max: genuine.length - 1 }).map((at) => genuine.slice(at))
  const doubled = fc.constantFrom(genuine + genuine, `${genuine}#${genuine}`, toText(Uint8Array.from([...bytes, ...bytes])))
  const grown = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => toText(Uint8Array.from([...bytes, ...more])))
  const texts = fc.constantFrom(statement(key), statement(key, { serial: 4712, number: 'MB-2026-2222-222', unit: '另一家单位' }))
  const swapped = texts.chain((one) =>
    fc
      .constantFrom(
        { position: one.course, course: one.position.slice(1) },
        { maskedName: one.unit, unit: one.maskedName },
        { unit: '另一家', number: 'MB-2025-7K3M-9PQ' },
        { serial: 1 },
        { passedOn: '2026-03-11' },
      )
      .map((facts) => replayed(facts)),
  )
  const serials = Array.from({ length: 20 }, (_, nth) => nth * 5_000 + 1)
  const forgedKey = fc.constantFrom(...serials.map((serial) => signed({ ...other, kid: key.kid }, { serial })))
  const strangeKey = fc.constantFrom(...serials.map((serial) => signed(other, { serial })))
  const newer = fc.integer({ min: 2, max: 15 }).map((version) => toText(Uint8Array.from([version, ...bytes.slice(1)])))
  const noise = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 300 }).map(toText), fc.webUrl())

  /** Another body under the signature of the genuine one. */
  function replayed(facts: Parameters<typeof statement>[1]): string {
    return toText(Uint8Array.from([...bodyOf(statement(key, facts)), ...bytes.slice(-64)]))
  }

  it(`of ${mutations} none is believed, and each says why`, { timeout: 600_000 }, () => {
    const reasons = new Map<string, number>()
    fc.assert(
      fc.property(fc.oneof(flipped, flippedText, cut, cutFront, doubled, grown, swapped, forgedKey, strangeKey, newer, noise), (text) => {
        const verdict = judge(text)
        reasons.set(said(verdict), (reasons.get(said(verdict)) ?? 0) + 1)
        return text.replace(/\s/g, '') === genuine || (verdict.kind === 'forged' && verdict.why.length > 0)
      }),
      { numRuns: mutations },
    )
    expect([...reasons.keys()].sort()).toEqual([
      'forged cut',
      'forged damaged',
      'forged not-ours',
      'forged signature',
      'forged unknown-key',
      'forged version',
    ])
  })

  /** Adds the order of the group to the second half of the signature: a second spelling of the same one, which lax checkers take. */
  function respelt(): string {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const half = [...bytes.slice(-32)].reduceRight((total, byte) => total * 256n + BigInt(byte), 0n) + order
    return toText(
      Uint8Array.from([...bytes.slice(0, -32), ...Array.from({ length: 32 }, (_, nth) => Number((half >> BigInt(8 * nth)) & 255n))]),
    )
  }

  it.each<[string, string, string]>([
    ['under another spelling of its signature', respelt(), 'forged signature'],
    ['cut short', genuine.slice(0, 120), 'forged cut'],
    ['doubled', genuine + genuine, 'forged damaged'],
    ['a payment code', 'wxp://f2f0abcdefg', 'forged not-ours'],
    ['nothing', '', 'forged not-ours'],
    ['the first code of the paper', 'HTTPS://XIAOFANG.EXAMPLE/C/7K3M9PABCDEFGHJKMNPQRSTUVW', 'first-code'],
    ['of another installation', signed(other), 'forged unknown-key'],
    ['of our name with another key', signed({ ...other, kid: key.kid }), 'forged signature'],
    ['with an old signature', replayed({ serial: 9 }), 'forged signature'],
  ])('%s', (_, text, expected) => expect(said(judge(text))).toBe(expected))
})

describe('keys', () => {
  const old = makeKey({ until: '2026-03-01T00:00:00.000Z' })
  const by = (keys: Known['keys']): Known => ({ keys, list: null })
  const before = { issuedAt: new Date('2026-02-01T00:00:00Z') }

  it('keep what they signed verifiable after another took their place', () => {
    expect(said(judge(signed(old, before), by([old, key])))).toBe('genuine')
    expect(said(judge(signed(key, before), by([old, key])))).toBe('genuine')
  })

  it('sign nothing after that', () => expect(said(judge(signed(old), by([old, key])))).toBe('refused retired'))

  it.each([
    ['the day before', '2026-03-09T15:59:59Z', 'genuine'],
    ['the day in China', '2026-03-09T16:00:00Z', 'refused stolen'],
    ['the day after', '2026-03-11T02:00:00Z', 'refused stolen'],
  ])('reported stolen from a day on: %s', (_, at, expected) => {
    const stolen = { ...key, stolenFrom: '2026-03-10' }
    expect(said(judge(signed(key, { issuedAt: new Date(at) }), by([stolen])))).toBe(expected)
  })
})

describe('the list tells', () => {
  it.each([
    ['revoked', 7, 'revoked'],
    ['superseded', 8, 'superseded'],
    ['neither', 9, 'genuine'],
  ])('%s', (_, serial, expected) => {
    const verdict = judge(signed(key, { serial }), { keys: [key], list: listOf(key.kid, 100, [7], [7, 8]) })
    expect(verdict.kind).toBe(expected)
  })

  it('nothing of a certificate issued after it was fetched, and the verdict says so', () => {
    const verdict = judge(signed(key, { serial: 101 }), { keys: [key], list: listOf(key.kid, 100) })
    expect(verdict).toMatchObject({ kind: 'genuine', list: 'earlier' })
  })
})
