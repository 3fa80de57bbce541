import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Figures } from '~/domain/backup/contents'
import { BackupRefused } from '~/domain/backup/faults'
import { settings } from '~/env.server'
import { everyLink, walkLinks } from '../duties/chain-walk.server'

/** Pages between two looks at what else waits. */
const pagesAtOnce = 500

/** Copies the database as it is at this instant, while it is written on: one read snapshot, into one file without side files. */
export async function copyDatabase(target: string): Promise<void> {
  const file = settings().databaseFile
  if (!fs.existsSync(file)) throw new BackupRefused('noDatabase', file)
  const source = new Database(file, { readonly: true, timeout: 5000 })
  try {
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_master').get()
    await source.backup(target, { progress: () => pagesAtOnce })
  } finally {
    source.close()
  }
  fs.chmodSync(target, 0o600)
  const copy = new Database(target)
  copy.pragma('journal_mode = DELETE')
  copy.close()
}

export type Looked = { figures: Figures; rows: Record<string, number>; migrations: string[] }

const count = z.number().int()
const names = z.array(z.string())
const newest = z.string().nullable()

function rowsOf(database: Database.Database): Record<string, number> {
  const tables = names.parse(
    database
      .prepare(`SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%' ORDER BY "name"`)
      .pluck()
      .all(),
  )
  const rowsIn = (table: string) =>
    count.parse(
      database
        .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    )
  return Object.fromEntries(tables.map((table) => [table, rowsIn(table)]))
}

function looked(database: Database.Database): Looked {
  const integrity = String(database.pragma('integrity_check(1)', { simple: true }))
  if (integrity !== 'ok') throw new BackupRefused('database', integrity)
  const loose = count.parse(database.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get())
  if (loose > 0) throw new BackupRefused('database', `foreign keys: ${loose}`)
  const { firstBad } = walkLinks(database.prepare(everyLink).iterate())
  if (firstBad !== null) throw new BackupRefused('database', `evidence ${firstBad.chain} ${firstBad.seq}: ${firstBad.why}`)
  const rows = rowsOf(database)
  const last = newest.parse(database.prepare('SELECT max("recordedAt") FROM "EvidenceEntry"').pluck().get())
  return {
    rows,
    figures: {
      units: rows.Unit ?? 0,
      people: rows.Person ?? 0,
      evidence: rows.EvidenceEntry ?? 0,
      audits: rows.AuditEntry ?? 0,
      newest: last === null ? null : new Date(last).toISOString(),
    },
    migrations: names.parse(database.prepare('SELECT "migration_name" FROM "_prisma_migrations" ORDER BY "migration_name"').pluck().all()),
  }
}

/** Opens a copy and checks it: SQLite's own check, foreign keys, every evidence chain. Refuses one that does not hold. */
export function lookInto(file: string): Looked {
  let database: Database.Database | null = null
  try {
    database = new Database(file, { readonly: true, fileMustExist: true })
    return looked(database)
  } catch (fault) {
    if (fault instanceof BackupRefused) throw fault
    throw new BackupRefused('database', fault instanceof Error ? fault.message : String(fault))
  } finally {
    database?.close()
  }
}

const stored = (at: Date): string => at.toISOString().replace('Z', '+00:00')

/**
 * Begins a new epoch in a copy that is put back, later than every one it has, so that phones send again what it lacks, and writes down that
 * it was put back and as of when.
 */
export function beginEpoch(file: string, now: Date, { auditId, asOf }: { auditId: string; asOf: string }): string {
  const database = new Database(file)
  try {
    database.pragma('synchronous = FULL')
    const before = newest.parse(database.prepare('SELECT max("at") FROM "Epoch"').pluck().get())
    const at = new Date(Math.max(now.getTime(), before === null ? 0 : new Date(before).getTime() + 1))
    const id = randomUUID()
    const begin = database.prepare('INSERT INTO "Epoch" ("id", "at", "reason") VALUES (?, ?, ?)')
    const writeDown = database.prepare(`INSERT INTO "AuditEntry" ("id", "at", "actor", "act", "targetKind", "targetId", "detail")
      VALUES (?, ?, 'system', 'running.restored', 'installation', '1', ?)`)
    database.transaction(() => {
      begin.run(id, stored(at), 'restored')
      writeDown.run(auditId, stored(at), JSON.stringify({ asOf }))
    })()
    return id
  } finally {
    database.close()
  }
}

/** When this installation's first migration was applied: before that there was nothing to back up. */
export function installationBegan(): Date {
  const database = new Database(settings().databaseFile, { readonly: true, fileMustExist: true })
  try {
    const first = newest.parse(database.prepare('SELECT min("finished_at") FROM "_prisma_migrations"').pluck().get())
    return first === null ? new Date(0) : new Date(`${first.replace(' ', 'T')}Z`)
  } finally {
    database.close()
  }
}

/** Holds the right to make backups of this folder; null while another process holds it. The system gives it back when a process dies. */
export function holdBackups(): (() => void) | null {
  const file = path.join(settings().dataFolder, 'backup-lock.db')
  const lock = new Database(file, { timeout: 0 })
  try {
    fs.chmodSync(file, 0o600)
    lock.exec('BEGIN EXCLUSIVE')
  } catch (fault) {
    lock.close()
    if (fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')) return null
    throw fault
  }
  return () => lock.close()
}
