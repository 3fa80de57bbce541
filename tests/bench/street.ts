import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { tsx } from '../e2e/server'

/** A data folder with the sample street and, on it, newcomers who have finished their lessons and hold a session each. */
export type BenchStreet = { data: string; cookies: string[]; seats: string[]; certificate: string }

const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)

/** Makes it. `newcomers` have a post that began yesterday and nothing passed. */
export function benchStreet(newcomers: number, lessons: readonly string[]): BenchStreet {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-data-'))
  const settings = { MINGBAI_DATA: data, MINGBAI_MODE: 'sample' }
  tsx('scripts/migrate.ts', settings)
  tsx('scripts/load-sample.ts', settings)
  const database = new Database(path.join(data, 'mingbai.db'))
  const unit = database.prepare<[], { id: string }>('SELECT "id" FROM "Unit" LIMIT 1').get()
  const certificate = database.prepare<[], { token: string }>('SELECT "token" FROM "Certificate" LIMIT 1').get()
  const now = new Date().toISOString().replace('Z', '+00:00')
  const later = new Date(Date.now() + 86_400_000).toISOString().replace('Z', '+00:00')
  const cookies: string[] = []
  const seats: string[] = []
  database.transaction(() => {
    for (let n = 0; n < newcomers; n += 1) {
      const person = `bench-${n}`
      const secret = `BENCH${n}`
      database.prepare('INSERT INTO "Person" ("id", "name", "createdAt") VALUES (?, ?, ?)').run(person, `测试${n}`, now)
      database
        .prepare('INSERT INTO "Account" ("id", "personId", "staffNumber", "createdAt") VALUES (?, ?, ?, ?)')
        .run(person, person, person, now)
      database
        .prepare(
          'INSERT INTO "Post" ("id", "personId", "unitId", "position", "from", "cardToken", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(person, person, unit?.id, 'employee', day(-1), `CARD${n}`, now)
      database
        .prepare(
          'INSERT INTO "Session" ("id", "accountId", "kind", "createdAt", "seenAt", "expiresAt", "absoluteAt") VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(createHash('sha256').update(secret).digest('hex'), person, 'learner', now, now, later, later)
      for (const lesson of lessons)
        database
          .prepare('INSERT INTO "LessonProgress" ("personId", "course", "lesson", "openedAt", "completedAt") VALUES (?, ?, ?, ?, ?)')
          .run(person, 'pre-job', lesson, now, now)
      cookies.push(`mingbai_session=${secret}`)
      seats.push(person)
    }
  })()
  database.close()
  return { data, cookies, seats, certificate: certificate?.token ?? '' }
}
