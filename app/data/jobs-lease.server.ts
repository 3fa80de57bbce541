import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { settings } from '~/env.server'

/**
 * Lets one process at a time run what is to be done once for the whole installation: a lock on a file of its own, which the system
 * takes back when its holder ends, however it ends. Returns what gives it back; null while another process has it, or while the file
 * cannot be made.
 */
export function takeJobsLease(): (() => void) | null {
  const { dataFolder } = settings()
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  let file: Database.Database | null = null
  try {
    file = new Database(path.join(dataFolder, 'jobs.lock'), { timeout: 0 })
    file.exec('BEGIN EXCLUSIVE')
    const held = file
    return () => void held.close()
  } catch (fault) {
    file?.close()
    if (fault instanceof Database.SqliteError) return null
    throw fault
  }
}
