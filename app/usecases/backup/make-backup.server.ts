import fs from 'node:fs'
import path from 'node:path'
import { copyDatabase, holdBackups, lookInto } from '~/data/backup/copies.server'
import type { Figures } from '~/domain/backup/contents'
import { BackupRefused } from '~/domain/backup/faults'
import { backupName } from '~/domain/backup/file-names'
import { settings } from '~/env.server'
import {
  type BackupOutcome,
  defaultFolder,
  dropOld,
  dropUnfinished,
  keepOutcome,
  makeFolder,
  putInPlace,
  readOutcome,
} from '~/gateways/backup-folder.server'
import { framesOf } from '~/gateways/backup-frames.server'
import { backupKey } from '~/gateways/backup-key.server'
import { readClock } from '~/gateways/clock.server'
import { emptyWorkFolder, keptData } from '~/gateways/kept-data.server'
import { sealInto } from '~/gateways/sealed-file.server'
import { openBackup } from './open-backup.server'

export type MadeBackup = {
  file: string
  at: Date
  bytes: number
  seconds: number
  files: number
  figures: Figures
  /** A key was made for it, in its file: whoever loses that key loses every backup. */
  newKey: string | null
  dropped: string[]
}

type Work = { folder: string; work: string; at: Date }

async function written({ folder, work, at }: Work): Promise<Omit<MadeBackup, 'dropped'>> {
  const began = performance.now()
  const copy = path.join(work, 'copy.db')
  await copyDatabase(copy)
  const { rows, figures, migrations } = lookInto(copy)
  const { key, made } = backupKey()
  const file = path.join(folder, backupName(at))
  const unfinished = `${file}.part`
  const said = { migration: migrations.at(-1) ?? '', at: at.toISOString() }
  await sealInto(unfinished, key, said, framesOf(keptData(copy), { figures, rows }))
  fs.rmSync(copy)
  const { manifest } = await openBackup(unfinished, key, work, 'database')
  putInPlace(unfinished, file)
  const bytes = fs.statSync(file).size
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { file, at, bytes, seconds, files: manifest.files, figures, newKey: made ? key.toString('hex') : null }
}

function toldOf(folder: string, at: Date, made: MadeBackup | null, why: string | null): BackupOutcome {
  const newest = made && { file: path.basename(made.file), at: at.toISOString(), bytes: made.bytes, seconds: made.seconds }
  return { triedAt: at.toISOString(), ok: made !== null, why, newest: newest ?? readOutcome(folder)?.newest ?? null }
}

async function attempt(where: Work): Promise<MadeBackup> {
  try {
    dropUnfinished(where.folder)
    const made = { ...(await written(where)), dropped: dropOld(where.folder) }
    keepOutcome(where.folder, toldOf(where.folder, where.at, made, null))
    return made
  } catch (fault) {
    dropUnfinished(where.folder)
    keepOutcome(where.folder, toldOf(where.folder, where.at, null, fault instanceof Error ? fault.message : String(fault)))
    throw fault
  } finally {
    fs.rmSync(where.work, { recursive: true, force: true })
  }
}

/**
 * Makes a backup of everything that cannot be made again, while the server works on; opens it again and checks it before it gets its
 * name, and then takes away what need not be kept any longer. Refuses while another is being made. `wanted` is asked once nobody else can
 * begin one; null where it says no.
 */
export async function makeBackup(folder = defaultFolder(), wanted: () => boolean = () => true): Promise<MadeBackup | null> {
  if (!fs.existsSync(settings().databaseFile)) throw new BackupRefused('noDatabase', settings().databaseFile)
  const release = holdBackups()
  if (release === null) throw new BackupRefused('busy')
  try {
    if (!wanted()) return null
    makeFolder(folder)
    return await attempt({ folder, work: emptyWorkFolder(), at: readClock() })
  } finally {
    release()
  }
}
