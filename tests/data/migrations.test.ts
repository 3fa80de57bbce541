import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { engineFacts } from '~/data/db.server'
import { settings } from '~/env.server'
import { schemaSql } from '../../scripts/schema-sql'
import { emptyDatabase } from '../factories/world'

const shapeOf = (database: Database.Database) =>
  database
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger' AND name <> '_prisma_migrations' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map((row) => row.sql.replace(/\s+/g, ' ').replace(/ (?=[,)])/g, ''))

describe('the migrations', () => {
  beforeAll(emptyDatabase)

  it('make exactly what the schema says', async () => {
    const fromSchema = new Database(':memory:')
    fromSchema.exec(await schemaSql())
    const migrated = new Database(settings().databaseFile, { readonly: true })
    expect(shapeOf(migrated)).toEqual(shapeOf(fromSchema))
  })

  it('leave the durable settings that the process checks', () => {
    expect(engineFacts()).toMatchObject({ journal_mode: 'wal', synchronous: 'full', foreign_keys: true, busy_timeout: 5000 })
  })
})
