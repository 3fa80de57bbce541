import fs from 'node:fs'
import path from 'node:path'
import { beginEpoch, lookInto } from '~/data/backup/copies.server'
import { applyMigrations } from '~/data/migrate.server'
import { databaseName, type Figures, keyName } from '~/domain/backup/contents'
import { BackupRefused } from '~/domain/backup/faults'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { settings } from '~/env.server'
import { goOnWith, openingKey } from '~/gateways/backup-key.server'
import { readClock } from '~/gateways/clock.server'
import { takeOverErased } from '~/gateways/erased-list.server'
import { beginRestoring, placeRestored, refuseUnlessEmpty } from '~/gateways/kept-data.server'
import { newId } from '~/gateways/secrets.server'
import { openBackup } from './open-backup.server'

export type Restored = { at: string; files: number; figures: Figures; applied: string[]; epoch: string }

function refuseNewer(migrations: readonly string[], folder: string): void {
  const unknown = migrations.find((name) => !fs.existsSync(path.join(folder, name, 'migration.sql')))
  if (unknown !== undefined) throw new BackupRefused('newer', unknown)
}

/** Personal fields are sealed with the key inside; a setting that names another one would make them unreadable. */
function refuseOtherKey(work: string): void {
  const inside = fs.readFileSync(path.join(work, keyName), 'utf8').trim()
  const { key } = settings()
  if (key !== null && key.toLowerCase() !== inside.toLowerCase()) throw new BackupRefused('otherKey')
}

/**
 * Puts a backup into an empty data folder: unpacked and checked beside its place, brought to this version's schema, given a new epoch,
 * and only then moved to its place. Refuses a folder that holds data, a damaged backup, another key and a later version; after a refusal
 * the folder is as it was.
 */
export async function restoreBackup(file: string, given: string | null, migrationsFolder: string): Promise<Restored> {
  refuseUnlessEmpty()
  const key = openingKey(given)
  if (!fs.existsSync(file) || !fs.statSync(file).isFile()) throw new BackupRefused('notBackup', file)
  const work = beginRestoring()
  let placing = false
  try {
    const { header, manifest, migrations } = await openBackup(file, key, work, 'everything')
    refuseNewer(migrations, migrationsFolder)
    refuseOtherKey(work)
    const database = path.join(work, databaseName)
    const applied = applyMigrations(database, migrationsFolder)
    const now = readClock()
    const epoch = beginEpoch(database, now, { auditId: newId(now), asOf: formatDay(civilDay(new Date(header.at))) })
    lookInto(database)
    placing = true
    placeRestored()
    goOnWith(key)
    takeOverErased(path.dirname(file))
    return { at: header.at, files: manifest.files, figures: manifest.figures, applied, epoch }
  } finally {
    if (!placing) fs.rmSync(work, { recursive: true, force: true })
  }
}
