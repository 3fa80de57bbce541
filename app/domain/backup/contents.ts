import { z } from 'zod'

/** What every file says before its sealed part; it is bound to it, so that nothing here can be changed. */
export const headerShape = z.object({
  format: z.number().int(),
  migration: z.string(),
  at: z.iso.datetime(),
  keyId: z.string(),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BackupHeader = z.infer<typeof headerShape>

export const backupFormat = 1

/** By what a person sees that two copies are of the same day's work. */
export type Figures = z.infer<typeof figuresShape>
const figuresShape = z.object({
  units: z.number().int(),
  people: z.number().int(),
  evidence: z.number().int(),
  audits: z.number().int(),
  newest: z.string().nullable(),
})

/** What stands at the end of the sealed part: how many files, how many bytes, and how many rows each table of the database has. */
export const manifestShape = z.object({
  files: z.number().int(),
  bytes: z.number().int(),
  figures: figuresShape,
  rows: z.record(z.string(), z.number().int()),
})
export type Manifest = z.infer<typeof manifestShape>

/** What closes each file inside. */
export const fileEndShape = z.object({ size: z.number().int(), sha256: z.string() })

export const databaseName = 'mingbai.db'
export const keyName = 'key'

/** The folders of the installation's data that cannot be made again. */
export const keptFolders = ['packs', 'photographs'] as const

/**
 * What is left out, and why nothing is lost by it: counters of wrong passwords and known browsers (they begin anew), public files that
 * follow from what they are made of (made again when asked for), the clock of tests, the backups themselves and their key.
 */
export const leftOut = ['limits.db', 'made', 'clock', 'backups', 'backup-key', 'backup-lock.db'] as const

const inFolder = new RegExp(`^(?:${keptFolders.join('|')})/[0-9A-Za-z][0-9A-Za-z-]{0,99}(?:\\.[0-9a-z]{1,8})?$`)

/** May a file of this name be in a backup? Nothing that leads out of the folder, no hidden or unfinished file. */
export const mayBeInside = (name: string): boolean =>
  name === databaseName || name === keyName || (inFolder.test(name) && !name.endsWith('.part'))
