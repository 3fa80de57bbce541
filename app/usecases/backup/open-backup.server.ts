import path from 'node:path'
import { type Looked, lookInto } from '~/data/backup/copies.server'
import { type BackupHeader, databaseName, type Manifest } from '~/domain/backup/contents'
import { BackupRefused } from '~/domain/backup/faults'
import { unpack } from '~/gateways/backup-frames.server'
import { openSealed } from '~/gateways/sealed-file.server'

export type Opened = { header: BackupHeader; manifest: Manifest; migrations: string[] }

const sameRows = (a: Looked['rows'], b: Looked['rows']): boolean => {
  const tables = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...tables].every((table) => a[table] === b[table])
}

/**
 * Opens a backup into a work folder and checks it: every chunk, every file's size and hash, the database by its own check, foreign keys
 * and evidence chains, and every table's rows against what the backup says. `only` the database is written where nothing else is wanted.
 */
export async function openBackup(file: string, key: Buffer, work: string, only: 'database' | 'everything'): Promise<Opened> {
  const heard: BackupHeader[] = []
  const place = (name: string) => (only === 'everything' || name === databaseName ? path.join(work, name) : null)
  const manifest = await unpack(
    openSealed(file, key, (header) => heard.push(header)),
    place,
  )
  const [header] = heard
  if (header === undefined) throw new BackupRefused('damaged', 'header')
  const { rows, figures, migrations } = lookInto(path.join(work, databaseName))
  if (!sameRows(rows, manifest.rows) || JSON.stringify(figures) !== JSON.stringify(manifest.figures)) throw new BackupRefused('figures')
  return { header, manifest, migrations }
}
