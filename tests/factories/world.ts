import fs from 'node:fs'
import path from 'node:path'
import { closeDatabase } from '~/data/db.server'
import { applyMigrations } from '~/data/migrate.server'
import { settings } from '~/env.server'

let migrated: Buffer | null = null

/** An empty, migrated database in this test file's own folder. It is migrated once and put back as it was then. */
export async function emptyDatabase(): Promise<void> {
  await closeDatabase()
  const file = settings().databaseFile
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix, { force: true })
  if (migrated === null) applyMigrations(file, path.resolve('prisma/migrations'))
  else fs.writeFileSync(file, migrated)
  migrated ??= fs.readFileSync(file)
}

/** Sets the clock that use cases and pages read. */
export function setClock(instant: string): Date {
  fs.writeFileSync(path.join(settings().dataFolder, 'clock'), instant)
  return new Date(instant)
}
