import Database from 'better-sqlite3'
import { applyMigrations } from '~/data/migrate.server'
import { statementsOf } from './migration-statements'

/** Applies migrations and is killed, as a power cut would, once so many of their statements have run. */
const [file = '', folder = '', after = '0'] = process.argv.slice(2)
const exec = Database.prototype.exec
let left = Number(after)
Database.prototype.exec = function (sql: string) {
  for (const statement of statementsOf(sql)) {
    if (this.inTransaction && left === 0) process.kill(process.pid, 'SIGKILL')
    exec.call(this, statement)
    if (this.inTransaction && !/^BEGIN/i.test(statement)) left -= 1
  }
  return this
}
applyMigrations(file, folder)
