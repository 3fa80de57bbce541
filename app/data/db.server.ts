import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { PrismaClient } from '#db'
import { settings } from '~/env.server'
import { OneDoorSqlite } from './one-door.server'
import { ReadOnlySqlite } from './read-only.server'

export type { Prisma } from '#db'

type Open = { file: string; writer: PrismaClient; reader: PrismaClient; raw: Database.Database }

let open: Open | null = null
let made: Pick<Open, 'file' | 'writer' | 'reader'> | null = null

/** Clients are slow to make; one that was disconnected connects again, so a file opened again gets its own. */
function clientsOf(file: string) {
  if (made?.file !== file)
    made = {
      file,
      writer: new PrismaClient({ adapter: new OneDoorSqlite(file) }),
      reader: new PrismaClient({ adapter: new ReadOnlySqlite(file) }),
    }
  return made
}

function connect(file: string): Open {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const raw = new Database(file)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('busy_timeout = 5000')
  raw.pragma('query_only = ON')
  return { ...clientsOf(file), raw }
}

function opened(): Open {
  open ??= connect(settings().databaseFile)
  return open
}

/** Reads. It sees committed rows only and refuses to write: writes go through `transact`. */
export function db(): PrismaClient {
  return opened().reader
}

/** The writing client; only `transact` may ask for it. */
export function writingClient(): PrismaClient {
  return opened().writer
}

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** A named, prepared, read-only statement for pages that are read all day. SQL stays in `data/`, in the subset PostgreSQL shares. */
export function statement(sql: string): Database.Statement {
  const { raw } = opened()
  const known = prepared.get(raw) ?? new Map<string, Database.Statement>()
  prepared.set(raw, known)
  const found = known.get(sql) ?? raw.prepare(sql)
  known.set(sql, found)
  return found
}

/** Something that belongs to the open database and is made anew for another one. */
export function perDatabase<T>(make: () => T): () => T {
  const made = new WeakMap<Database.Database, { value: T }>()
  return () => {
    const { raw } = opened()
    const found = made.get(raw) ?? { value: make() }
    made.set(raw, found)
    return found.value
  }
}

/** Closes every connection; tests and shutdown. */
export async function closeDatabase(): Promise<void> {
  if (!open) return
  const closing = open
  open = null
  await closing.writer.$disconnect()
  await closing.reader.$disconnect()
  closing.raw.close()
}

const bytesOf = (file: string): number => (fs.existsSync(file) ? fs.statSync(file).size : 0)

/** Bytes of the database and of its side file with what was written last. */
export function databaseBytes(): { main: number; wal: number } {
  const { databaseFile } = settings()
  return { main: bytesOf(databaseFile), wal: bytesOf(`${databaseFile}-wal`) }
}

/** What the engine says of itself, for /healthz. */
export function engineFacts() {
  const { raw } = opened()
  const one = (pragma: string) => raw.pragma(pragma, { simple: true })
  return {
    sqlite: String(raw.prepare('SELECT sqlite_version()').pluck().get()),
    journal_mode: String(one('journal_mode')),
    synchronous: one('synchronous') === 2 ? 'full' : String(one('synchronous')),
    foreign_keys: one('foreign_keys') === 1,
    busy_timeout: Number(one('busy_timeout')),
  }
}
