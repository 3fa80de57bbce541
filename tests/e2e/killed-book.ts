import { expect } from '@playwright/test'
import Database from 'better-sqlite3'
import type { KilledStreet } from './killed-street'
import { preJob } from './learner'

type Paper = { person: string; isRight: boolean; answers: Map<number, string>; isHandedIn: boolean }

/** What the clients were told is done. */
export class Book {
  /** Acknowledged writes, and requests that a kill cut off. */
  writes = 0
  cut = 0
  /** When anybody was first answered since the last kill. */
  answered: number | null = null
  readonly papers = new Map<string, Paper>()
  /** Entries of the drill by the ids that their phones gave them. */
  readonly entries = new Map<string, string>()
  readonly arrived = new Set<string>()
  readonly sent = new Set<string>()
  readonly said = new Set<string>()

  begin(attempt: string, person: string, isRight: boolean): Paper {
    expect(this.papers.has(attempt), `the paper ${attempt} was given out twice`).toBe(false)
    const paper = { person, isRight, answers: new Map<number, string>(), isHandedIn: false }
    this.papers.set(attempt, paper)
    this.writes += 1
    return paper
  }
}

const sorted = <T>(all: Iterable<T>): T[] => [...all].sort()

/** Compares the book with the database, in which everything acknowledged is once, and nothing that nobody sent. */
export function expectKept(data: string, book: Book, street: KilledStreet): void {
  const database = new Database(`${data}/mingbai.db`, { readonly: true })
  const all = <T>(sql: string, ...values: string[]): T[] => database.prepare<string[], T>(sql).all(...values)
  expect(all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(all('PRAGMA foreign_key_check')).toEqual([])

  const sitters = `("personId" LIKE 'sitter-%' OR "personId" LIKE 'failing-%')`
  const attempts = all<{ id: string; personId: string; closedBy: string | null; score: number; passed: number }>(
    `SELECT "id", "personId", "closedBy", "score", "passed" FROM "Attempt" WHERE ${sitters}`,
  )
  expect(sorted(attempts.map(({ id }) => id))).toEqual(sorted(book.papers.keys()))
  const graded = ({ person, isRight }: Paper) => ({
    ...{ personId: person, closedBy: 'person' },
    ...(isRight ? { score: 100, passed: 1 } : { score: 0, passed: 0 }),
  })
  expect(new Map(attempts.map(({ id, ...row }) => [id, row]))).toEqual(new Map([...book.papers].map(([id, paper]) => [id, graded(paper)])))

  const answers = all<{ attemptId: string; ordinal: number; answer: string }>(
    `SELECT "attemptId", "ordinal", "answer" FROM "AttemptQuestion" WHERE "attemptId" IN (SELECT "id" FROM "Attempt" WHERE ${sitters})`,
  )
  const saved = [...book.papers].flatMap(([id, paper]) => [...paper.answers].map(([ordinal, ids]) => `${id} ${ordinal} ${ids}`))
  expect(sorted(answers.map(({ attemptId, ordinal, answer }) => `${attemptId} ${ordinal} ${answer}`))).toEqual(sorted(saved))

  const passed = [...book.papers].filter(([, { isRight }]) => isRight).map(([id]) => id)
  const certified = all<{ attemptId: string }>(`SELECT "attemptId" FROM "Certificate" WHERE ${sitters}`)
  expect(sorted(certified.map(({ attemptId }) => attemptId))).toEqual(sorted(passed))
  const proved = all<{ sourceId: string }>(
    `SELECT "sourceId" FROM "EvidenceEntry" WHERE "subjectId" LIKE 'sitter-%' OR "subjectId" LIKE 'failing-%'`,
  )
  expect(sorted(proved.map(({ sourceId }) => sourceId))).toEqual(sorted(passed.flatMap((id) => preJob.gives.map(() => id))))

  const entries = all<{ id: string; device: string; nth: number; said: string }>(
    'SELECT "id", "device", "nth", "said" FROM "RollEvent" WHERE "callId" = ?',
    street.drill.callId,
  )
  expect(entries.length).toBe(book.entries.size)
  expect(new Map(entries.map(({ id, device, nth, said }) => [id, JSON.stringify({ device, nth, said: JSON.parse(said) })]))).toEqual(
    book.entries,
  )

  const claims = all<{ personId: string }>('SELECT "personId" FROM "RollArrivalClaim" WHERE "callId" = ?', street.part.callId)
  expect(sorted(claims.map(({ personId }) => personId))).toEqual(sorted(book.arrived))
  const seen = all<{ who: string }>(
    `SELECT json_extract("said", '$.who') AS "who" FROM "RollEvent" WHERE "callId" = ? AND json_extract("said", '$.kind') = 'seen'`,
    street.part.callId,
  )
  expect(sorted(seen.map(({ who }) => who))).toEqual(sorted(book.arrived))
  expect(all('SELECT count(*) AS "n" FROM "RollEvent" WHERE "callId" = ?', street.part.callId)).toEqual([{ n: book.arrived.size }])

  const suggested = all<{ text: string }>(`SELECT "text" FROM "Suggestion" WHERE "text" LIKE '第 % 条意见%'`).map(({ text }) => text)
  const kept = new Set(suggested)
  expect(suggested.length).toBe(kept.size)
  expect([...book.said].filter((text) => !kept.has(text))).toEqual([])
  expect(suggested.filter((text) => !book.sent.has(text))).toEqual([])
  database.close()
}
