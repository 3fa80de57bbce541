import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { backupName, instantInName } from '~/domain/backup/file-names'
import { toDrop } from '~/domain/backup/retention'
import { settings } from '~/env.server'

export const defaultFolder = (): string => path.join(settings().dataFolder, 'backups')

/** What became of the last attempt, for whoever looks after the installation; it lies beside the backups. */
export type BackupOutcome = z.infer<typeof outcomeShape>
const outcomeShape = z.object({
  triedAt: z.iso.datetime(),
  ok: z.boolean(),
  /** Why it failed; null when it did not. */
  why: z.string().nullable(),
  /** The newest that was made and opened again, with its size; null while there is none. */
  newest: z.object({ file: z.string(), at: z.iso.datetime(), bytes: z.number(), seconds: z.number() }).nullable(),
})
const outcomeFile = (folder: string): string => path.join(folder, 'outcome.json')

/** Reads it; null where none was kept or it cannot be read. */
export function readOutcome(folder = defaultFolder()): BackupOutcome | null {
  if (!fs.existsSync(outcomeFile(folder))) return null
  try {
    return outcomeShape.parse(JSON.parse(fs.readFileSync(outcomeFile(folder), 'utf8')))
  } catch {
    return null
  }
}

export function keepOutcome(folder: string, outcome: BackupOutcome): void {
  const unfinished = `${outcomeFile(folder)}.part`
  fs.writeFileSync(unfinished, `${JSON.stringify(outcome, null, 2)}\n`, { mode: 0o600 })
  fs.renameSync(unfinished, outcomeFile(folder))
}

/** The instants of the finished backups in a folder, oldest first. */
export function backupsIn(folder = defaultFolder()): Date[] {
  if (!fs.existsSync(folder)) return []
  const found = fs.readdirSync(folder).map(instantInName)
  return found.filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())
}

/** The finished backups in a folder with their sizes, newest first. */
export function backupFiles(folder = defaultFolder()): { at: Date; bytes: number }[] {
  const sizeOf = (at: Date) => fs.statSync(path.join(folder, backupName(at)), { throwIfNoEntry: false })?.size
  return backupsIn(folder)
    .reverse()
    .flatMap((at) => {
      const bytes = sizeOf(at)
      return bytes === undefined ? [] : [{ at, bytes }]
    })
}

/** Makes a folder that only its owner may read; one that is there is left as it is. */
export const makeFolder = (folder: string): void => void fs.mkdirSync(folder, { recursive: true, mode: 0o700 })

/** What was written under its new name is on the disk when this returns. */
export function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Gives a checked file its name; it is never given over another one. */
export function putInPlace(unfinished: string, file: string): void {
  if (fs.existsSync(file)) throw new Error(`${file} is there already`)
  fs.renameSync(unfinished, file)
  syncFolder(path.dirname(file))
}

/** Takes away what a backup left that was broken off. */
export function dropUnfinished(folder: string): void {
  for (const name of fs.readdirSync(folder))
    if (name.endsWith('.part') && instantInName(name.slice(0, -'.part'.length)) !== null)
      fs.rmSync(path.join(folder, name), { force: true })
}

/** Takes away what need not be kept any longer; returns the names. */
export function dropOld(folder: string): string[] {
  const names = toDrop(backupsIn(folder)).map(backupName)
  for (const name of names) fs.rmSync(path.join(folder, name), { force: true })
  return names
}
