import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

const journal = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT,
  "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`

type Applied = { migration_name: string; checksum: string }

/**
 * Applies the plain SQL of `folder` in order of name, each migration and its journal row in one transaction.
 * Throws where an applied migration was changed afterwards. Returns the names applied now.
 */
export function applyMigrations(databaseFile: string, folder: string): string[] {
  fs.mkdirSync(path.dirname(databaseFile), { recursive: true, mode: 0o700 })
  const database = new Database(databaseFile)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('busy_timeout = 30000')
    database.exec(journal)
    const names = fs
      .readdirSync(folder)
      .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
      .sort()
    return names.filter((name) => applyOne(database, name, fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')))
  } finally {
    database.close()
  }
}

function applyOne(database: Database.Database, name: string, sql: string): boolean {
  const checksum = createHash('sha256').update(sql).digest('hex')
  const find = database.prepare<[string], Applied>(
    'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "migration_name" = ?',
  )
  const apply = database.transaction(() => {
    const known = find.get(name)
    if (known && known.checksum !== checksum) throw new Error(`migration ${name} was changed after it had been applied`)
    if (known) return false
    database.exec(sql)
    database
      .prepare(
        'INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES (?, ?, current_timestamp, ?, 1)',
      )
      .run(randomUUID(), checksum, name)
    return true
  })
  return apply.immediate()
}
