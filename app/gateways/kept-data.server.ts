import fs from 'node:fs'
import path from 'node:path'
import { databaseName, keptFolders, keyName, mayBeInside } from '~/domain/backup/contents'
import { BackupRefused } from '~/domain/backup/faults'
import { settings } from '~/env.server'
import { syncFolder } from './backup-folder.server'
import type { Inside } from './backup-frames.server'
import { installationKey } from './secrets.server'

function filesOf(folder: string): Inside[] {
  const whole = path.join(settings().dataFolder, folder)
  if (!fs.existsSync(whole)) return []
  const entries = fs.readdirSync(whole, { withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map(({ name }) => ({ name: `${folder}/${name}`, from: path.join(whole, name) })).filter(({ name }) => mayBeInside(name))
}

/** All that goes into a backup: the copy of the database, the key without which it cannot be read, and the files kept beside it. */
export function keptData(copy: string): Inside[] {
  const key = { name: keyName, from: Buffer.from(`${installationKey()}\n`) }
  const all = [key, { name: databaseName, from: copy }, ...keptFolders.flatMap(filesOf)]
  return all.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A folder for what is unpacked only to be checked; emptied of what an earlier process left there. Owner only: it holds plain copies. */
export function emptyWorkFolder(): string {
  const folder = path.join(settings().dataFolder, '.backing-up')
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

export const restoringFolder = (): string => path.join(settings().dataFolder, '.restoring')

/** Did a restore break off here? Then nothing may be begun in this folder. */
export const restoreBrokeOff = (): boolean => fs.existsSync(restoringFolder())

/** Refuses a folder that holds anything a restore would put there. The backups themselves and their key may lie in it. */
export function refuseUnlessEmpty(): void {
  const { dataFolder, databaseFile } = settings()
  if (databaseFile !== path.join(dataFolder, databaseName)) throw new BackupRefused('elsewhere', databaseFile)
  if (restoreBrokeOff()) throw new BackupRefused('brokenOff', restoringFolder())
  const mine = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, keyName, ...keptFolders]
  const found = mine.filter((name) => fs.existsSync(path.join(dataFolder, name)))
  if (found.length > 0) throw new BackupRefused('occupied', found.map((name) => path.join(dataFolder, name)).join(', '))
}

/** The folder that a restore works in; only one process gets it. */
export function beginRestoring(): string {
  fs.mkdirSync(settings().dataFolder, { recursive: true, mode: 0o700 })
  fs.mkdirSync(restoringFolder(), { mode: 0o700 })
  return restoringFolder()
}

/** Moves what was restored and checked to its place, the database last. While the work folder is there, nothing is begun in this folder. */
export function placeRestored(): void {
  const from = restoringFolder()
  const { dataFolder } = settings()
  for (const name of [...keptFolders, keyName, databaseName])
    if (fs.existsSync(path.join(from, name))) fs.renameSync(path.join(from, name), path.join(dataFolder, name))
  syncFolder(dataFolder)
  fs.rmSync(from, { recursive: true })
  syncFolder(dataFolder)
  fs.chmodSync(dataFolder, 0o700)
}
