import fs from 'node:fs'
import path from 'node:path'
import { closeDatabase } from '~/data/db.server'
import { applyMigrations } from '~/data/migrate.server'
import { settings } from '~/env.server'

/** An empty, migrated database in this test file's own folder. */
export async function emptyDatabase(): Promise<void> {
  await closeDatabase()
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(settings().databaseFile + suffix, { force: true })
  applyMigrations(settings().databaseFile, path.resolve('prisma/migrations'))
}

/** Sets the clock that use cases and pages read. */
export function setClock(instant: string): Date {
  fs.writeFileSync(path.join(settings().dataFolder, 'clock'), instant)
  return new Date(instant)
}
