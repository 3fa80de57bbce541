import { beforeAll, describe, expect, it } from 'vitest'
import { findCertificate } from '~/data/credentials/certificates.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { certificateNumber } from '~/domain/credentials/number'
import { alphabet, tokenLength } from '~/domain/shared/codes'
import { issueTools } from '~/gateways/issue-tools.server'
import { newCode, newToken } from '~/gateways/secrets.server'
import { action as byNumber } from '~/routes/credentials+/C._index'
import { loader as byToken } from '~/routes/credentials+/C.$token'
import { action as byText } from '~/routes/credentials+/V._index'
import { statementOf } from '~/usecases/credentials/sign-statement.server'
import { certified } from '../../exams-fixtures/certified'
import { useFixtureContent } from '../../exams-fixtures/content'
import { person, post, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

/** The full ten thousand of each kind run with npm run test:long. */
const guesses = Number(process.env.GUESSES ?? 400)
const holder = '欧阳秀英'
const register = 500
let token = ''
let number = ''
let statement = ''
let secrets: string[] = []

/** An address of its own for each: who guesses from one is stopped much earlier. */
const contextOf = (nth: number) => ({ address: `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`, requestId: 't' })
const posted = (form: Record<string, string>) => new Request('http://127.0.0.1:3000/x', { method: 'POST', body: new URLSearchParams(form) })

/** An answer as far as it does not say back what was typed. */
async function said(work: unknown, typed: readonly string[] = []): Promise<string> {
  const answer = await Promise.resolve(work).catch((thrown: unknown) => thrown)
  const text = answer instanceof Response ? `${answer.status} ${await answer.text()}` : JSON.stringify(answer)
  return typed.reduce((left, one) => left.replaceAll(JSON.stringify(one), '"…"'), text)
}

const guessed = (typed: string, nth: number) =>
  byToken({ request: new Request('http://127.0.0.1:3000/C/x'), params: { token: typed }, context: contextOf(nth) })
const asked = (typed: string, surname: string, nth: number) =>
  byNumber({ request: posted({ number: typed, surname }), params: {}, context: contextOf(nth) })
const pasted = (text: string, nth: number) => byText({ request: posted({ text, name: holder }), params: {}, context: contextOf(nth) })

const middle = (times: readonly number[]): number => [...times].sort((one, other) => one - other)[times.length >> 1] ?? 0

/** The middle times of two kinds of question, asked in turns so that both see the same load. */
async function timed(one: (nth: number) => Promise<unknown>, other: (nth: number) => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let nth = 0; nth < 200; nth += 1)
    for (const [which, ask] of [
      [0, one],
      [1, other],
    ] as const) {
      const begun = performance.now()
      await ask(nth)
      times[which].push(performance.now() - begun)
    }
  return [middle(times[0]), middle(times[1])]
}

beforeAll(async () => {
  await useFixtureContent()
  await emptyDatabase()
  const now = setClock('2026-03-10T02:00:00Z')
  await smallTown()
  await person('holder', holder)
  await certified('holder', await post('holder'), now)
  const first = await db().certificate.findFirstOrThrow()
  await transact((tx) =>
    tx.certificate.createMany({
      data: Array.from({ length: register }, (_, nth) => ({
        ...first,
        id: issueTools(now).makeId(),
        serial: nth + 2,
        edition: nth + 2,
        printedName: `欧阳娜${nth}`,
        token: newToken(),
        number: certificateNumber(2026, newCode(6)),
      })),
    }),
  )
  token = first.token
  number = first.number
  const row = findCertificate(first.id)
  if (row === null) throw new Error('a certificate that was just issued is found')
  statement = await statementOf(row)
  secrets = [holder, '欧阳', first.id, number, token, '云溪东门']
})

function expectNothing(answers: ReadonlySet<string>): void {
  expect([...answers]).toHaveLength(1)
  for (const secret of secrets) expect([...answers][0]).not.toContain(secret)
}

describe(`${guesses} guesses`, () => {
  it('at the token of a code: the same bytes each time, and none of a person', { timeout: 600_000 }, async () => {
    expect(await said(guessed(token, 0))).toContain('"valid"')
    const answers = new Set<string>()
    for (let nth = 0; nth < guesses; nth += 1) {
      const place = nth % tokenLength
      const letter = alphabet[(alphabet.indexOf(token[place] ?? '') + 1 + (nth % (alphabet.length - 1))) % alphabet.length] ?? ''
      const near = token.slice(0, place) + letter + token.slice(place + 1)
      answers.add(await said(guessed(nth % 10 === 9 ? near.slice(nth % 20) : nth % 2 === 0 ? near : newToken(), nth)))
    }
    expectNothing(answers)
    expect([...answers][0]).toContain('unknown')
  })

  it('at a number, with the right surname; and at the surname, with the right number', { timeout: 600_000 }, async () => {
    expect(await said(asked(number, '欧阳', 0))).toContain('"valid"')
    const answers = new Set<string>()
    const taken = new Set((await db().certificate.findMany({ select: { number: true } })).map((row) => row.number))
    for (let nth = 0; nth < guesses; nth += 1) {
      const free = certificateNumber(2026, newCode(6))
      const [typed, surname] = nth % 2 === 0 ? [taken.has(free) ? 'MB' : free, '欧阳'] : [number, `${'王李张刘陈杨赵黄'[nth % 8]}${nth}`]
      answers.add(await said(asked(typed, surname, nth + 100_000), [typed, surname]))
    }
    expectNothing(answers)
    expect([...answers][0]).toContain('register.public.unknown')
  })

  it('at a statement: nothing of what a changed one says is shown', { timeout: 600_000 }, async () => {
    expect(await said(pasted(statement, 0))).toContain('genuine-current')
    const answers = new Set<string>()
    for (let nth = 0; nth < Math.ceil(guesses / 5); nth += 1) {
      const place = 10 + (nth % (statement.length - 20))
      const text = statement.slice(0, place) + (statement[place] === 'x' ? 'y' : 'x') + statement.slice(place + 1)
      answers.add((await said(pasted(text, nth + 200_000), [text, holder])).replace(/"name":"forged-[a-z-]+"/, '"name":"forged"'))
    }
    expectNothing(answers)
  })
})

/** Only where there are enough of them that a busy machine cannot decide it. */
describe.runIf(guesses >= 2000)('how long an answer takes', () => {
  it('tells no token from another that is not there, and no number that is held from one that is not', { timeout: 600_000 }, async () => {
    const near = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    const [close, far] = await timed(
      (nth) => guessed(near, nth),
      (nth) => guessed(newToken(), nth),
    )
    expect(close / far).toBeGreaterThan(0.5)
    expect(close / far).toBeLessThan(2)
    const [held, free] = await timed(
      (nth) => asked(number, '王', nth + 300_000),
      (nth) => asked(certificateNumber(2026, newCode(6)), '王', nth + 400_000),
    )
    expect(held / free).toBeGreaterThan(0.5)
    expect(held / free).toBeLessThan(2)
    process.stdout.write(
      `token: near ${close.toFixed(2)} ms, far ${far.toFixed(2)} ms; number: held ${held.toFixed(2)} ms, free ${free.toFixed(2)} ms\n`,
    )
  })
})
