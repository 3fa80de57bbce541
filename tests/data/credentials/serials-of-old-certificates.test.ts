import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { applyMigrations } from '~/data/migrate.server'
import { settings } from '~/env.server'

const migrations = path.resolve('prisma/migrations')
const own = '20261122820000_certificate_register'
const at = (minute: number) => `2026-03-10T02:${String(minute).padStart(2, '0')}:00.000+00:00`

/** The migrations before ours, as an installation of that day had them. */
function before(): string {
  const folder = path.join(settings().dataFolder, 'earlier')
  for (const name of fs.readdirSync(migrations).filter((one) => one < own && fs.existsSync(path.join(migrations, one, 'migration.sql')))) {
    fs.mkdirSync(path.join(folder, name), { recursive: true })
    fs.copyFileSync(path.join(migrations, name, 'migration.sql'), path.join(folder, name, 'migration.sql'))
  }
  return folder
}

it('certificates of before get serials in the order of their issue, keep their numbers, and what was printed on them', () => {
  const file = path.join(settings().dataFolder, 'old.sqlite')
  applyMigrations(file, before())
  const old = new Database(file)
  old.exec(`INSERT INTO "Place" ("id", "kind", "name", "path", "createdAt") VALUES ('county', 'county', '云溪县', '/county/', '${at(0)}');
    INSERT INTO "Unit" ("id", "placeId", "name", "sector", "shortCode", "from", "createdAt") VALUES ('market', 'county', '农贸市场', 'commerce', 'M', '2020-01-01', '${at(0)}');
    INSERT INTO "Person" ("id", "name", "createdAt") VALUES ('li', '李秀英', '${at(0)}')`)
  const certificate =
    old.prepare(`INSERT INTO "Certificate" ("id", "token", "number", "personId", "unitId", "position", "course", "evidenceId",
    "attemptId", "passedOn", "issuedAt") VALUES (?, ?, ?, 'li', 'market', 'welder', 'pre-job', ?, ?, '2026-03-10', ?)`)
  for (const [id, minute] of [
    ['c', 1],
    ['a', 2],
    ['b', 2],
  ] as const)
    certificate.run(id, `token-${id}`, `number-${id}`, `evidence-${id}`, `attempt-${id}`, at(minute))
  old.exec(
    `INSERT INTO "CertificateRevocation" ("certificateId", "at", "on", "by", "reason") VALUES ('a', '${at(3)}', '2026-03-10', 'boss', '替考')`,
  )
  old.close()
  applyMigrations(file, migrations)
  const now = new Database(file, { readonly: true })
  const rows = now
    .prepare('SELECT "id", "serial", "number", "token", "printedName", "printedUnit", "edition" FROM "Certificate" ORDER BY "serial"')
    .all()
  expect(rows).toEqual(
    ['c', 'a', 'b'].map((id, nth) => ({
      id,
      serial: nth + 1,
      number: `number-${id}`,
      token: `token-${id}`,
      printedName: '李秀英',
      printedUnit: '农贸市场',
      edition: 1,
    })),
  )
  expect(now.prepare('SELECT "last" FROM "SerialCounter" WHERE "kind" = \'certificate\'').pluck().get()).toBe(3)
  expect(now.prepare('SELECT "certificateId", "reason" FROM "CertificateRevocation"').all()).toEqual([
    { certificateId: 'a', reason: '替考' },
  ])
  expect(now.pragma('foreign_key_check')).toEqual([])
  now.close()
})
