import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { settings } from '~/env.server'

const holder = `
  const Database = require('better-sqlite3')
  const database = new Database(process.argv[1])
  database.exec('BEGIN IMMEDIATE')
  process.stdout.write('held')
  process.stdin.once('data', () => { database.exec('COMMIT'); process.exit(0) })`

/** Another process takes the database as a whole and keeps it until it is told to let go. */
export async function holdElsewhere(): Promise<{ letGo: () => Promise<void>; child: ChildProcess }> {
  const child = spawn(process.execPath, ['-e', holder, settings().databaseFile], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    child,
    letGo: async () => {
      child.stdin.write('go')
      await once(child, 'exit')
    },
  }
}
