import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { BackupRefused } from '~/domain/backup/faults'
import { settings } from '~/env.server'

const shape = /^[0-9a-f]{64}$/i
export const backupKeyFile = (): string => path.join(settings().dataFolder, 'backup-key')

function keptKey(): string | null {
  return fs.existsSync(backupKeyFile()) ? fs.readFileSync(backupKeyFile(), 'utf8').trim() : null
}

export function keepBackupKey(key: Buffer): void {
  fs.writeFileSync(backupKeyFile(), `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
}

function checked(text: string): Buffer {
  if (!shape.test(text)) throw new BackupRefused('keyForm')
  return Buffer.from(text, 'hex')
}

/** The key that backups are sealed with, from MINGBAI_BACKUP_KEY or its file; made on first use, which `made` says. */
export function backupKey(): { key: Buffer; made: boolean } {
  const known = settings().backupKey ?? keptKey()
  if (known !== null) return { key: checked(known), made: false }
  const key = randomBytes(32)
  keepBackupKey(key)
  return { key, made: true }
}

/** The key to open a backup with: the given one, the setting's, or the file's. Refuses where there is none. */
export function openingKey(given: string | null): Buffer {
  const known = given ?? settings().backupKey ?? keptKey()
  if (known === null) throw new BackupRefused('noKey')
  return checked(known)
}

/** Keeps the key that opened a backup for the backups to come, where none is kept. */
export function goOnWith(key: Buffer): void {
  if (settings().backupKey === null && keptKey() === null) keepBackupKey(key)
}
