import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyMigrations } from '~/data/migrate.server'
import { settings } from '~/env.server'
import { statementsOf } from '../../factories/migration-statements'

/** npm run test:long: every statement. */
const kills = Number(process.env.MIGRATION_KILLS ?? 6)

const folder = path.resolve('prisma/migrations')
const names = fs
  .readdirSync(folder)
  .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
  .sort()
const sqlOf = (name: string) => fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
const inOrder = names.flatMap((name) => statementsOf(sqlOf(name)).map((statement, place) => ({ name, place, statement })))

const within = (...parts: string[]) => path.join(settings().dataFolder, ...parts)
const drop = (file: string) => {
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix, { force: true })
}
const emptyFolder = () => {
  fs.mkdirSync(within('empty'))
  return within('empty')
}
const schemaOf = (file: string) => {
  const database = new Database(file)
  const found = {
    schema: database.prepare(`SELECT "type", "name", "sql" FROM sqlite_master WHERE "name" <> '_prisma_migrations' ORDER BY "name"`).all(),
    applied: database.prepare('SELECT "migration_name" FROM "_prisma_migrations" ORDER BY "migration_name"').pluck().all(),
    integrity: database.pragma('integrity_check', { simple: true }),
  }
  database.close()
  return found
}

let whole: ReturnType<typeof schemaOf>
beforeAll(() => {
  applyMigrations(within('whole.db'), folder)
  whole = schemaOf(within('whole.db'))
})

describe('migrations', () => {
  it('stand in the test as the statements they are', () => {
    const database = new Database(':memory:')
    for (const { statement } of inOrder) expect(() => database.exec(statement), statement).not.toThrow()
    expect(inOrder.length).toBeGreaterThan(names.length)
    expect(whole.applied).toEqual(names)
  })

  it(`that fail after any of their ${inOrder.length} statements leave the schema as it was before, and are done whole the next time`, () => {
    const cut = within('cut')
    const file = within('cut.db')
    for (const [nth, name] of names.entries()) {
      fs.cpSync(path.join(folder, name), path.join(cut, name), { recursive: true })
      const statements = statementsOf(sqlOf(name))
      if (nth === 0) applyMigrations(file, emptyFolder())
      const before = schemaOf(file)
      for (let place = 0; place <= statements.length; place += 1) {
        fs.writeFileSync(
          path.join(cut, name, 'migration.sql'),
          `${statements.slice(0, place).join('\n')}\nINSERT INTO "nowhere" VALUES (1);`,
        )
        expect(() => applyMigrations(file, cut)).toThrow('nowhere')
        expect(schemaOf(file)).toEqual(before)
      }
      fs.writeFileSync(path.join(cut, name, 'migration.sql'), sqlOf(name))
      expect(applyMigrations(file, cut)).toEqual([name])
    }
    expect(schemaOf(file)).toEqual(whole)
  })

  it('that are killed at a statement are done whole by the next start', async () => {
    const script = within('killed.mjs')
    fs.symlinkSync(path.resolve('node_modules'), within('node_modules'))
    await build({
      entryPoints: ['tests/factories/killed-migration.ts'],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      alias: { '~': path.resolve('app') },
      logLevel: 'error',
    })
    const file = within('killed.db')
    const step = Math.max(1, Math.floor(inOrder.length / kills))
    const places = inOrder.map((_, place) => place).filter((place) => place % step === 0 || place === inOrder.length - 1)
    for (const place of places) {
      drop(file)
      const { signal, stderr } = spawnSync(process.execPath, [script, file, folder, String(place)], { encoding: 'utf8' })
      expect(signal, stderr).toBe('SIGKILL')
      const applied = schemaOf(file).applied
      expect(applied).toEqual(names.slice(0, names.indexOf(inOrder[place]?.name ?? '')))
      expect(applyMigrations(file, folder)).toEqual(names.slice(applied.length))
      expect(schemaOf(file)).toEqual(whole)
    }
  }, 3_600_000)
})
