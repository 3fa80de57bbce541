import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accountedFor, holdings, looksPersonal } from '~/domain/personal/holdings'
import { settings } from '~/env.server'
import { emptyDatabase } from '../../factories/world'

const named = z.array(z.object({ name: z.string() }))

/** Every table of the migrated database with its columns. */
function tables(): Map<string, string[]> {
  const database = new Database(settings().databaseFile, { readonly: true })
  const ask = (sql: string) => named.parse(database.prepare(sql).all()).map(({ name }) => name)
  const found = ask(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'`)
  return new Map(found.map((table) => [table, ask(`SELECT name FROM pragma_table_info('${table}')`)]))
}

/** Names that look personal and are not: of places, units and things. */
const thingsNamed = ['Place.name', 'Unit.name', 'RosterLine.body', 'TrainingEntry.register']

describe('what every table holds of people', () => {
  beforeAll(emptyDatabase)

  it('is said of each table once, and of none that is not there', () => {
    const said = holdings.map(({ table }) => table).sort()
    expect(said).toEqual([...tables().keys()].sort())
  })

  it('is either about people, or done by people, or has a reason why it holds nothing of anybody', () => {
    const silent = holdings.filter(({ of, under, by, about }) => [of, under, by, about].every((part) => part === undefined))
    expect(silent.map(({ table }) => table)).toEqual([])
  })

  it('accounts for every column that is named as if it held a person’s id, name or number', () => {
    const known = tables()
    const left = holdings.flatMap((holding) => {
      const told = accountedFor(holding)
      return (known.get(holding.table) ?? [])
        .filter((column) => looksPersonal(column) && !told.has(column) && !thingsNamed.includes(`${holding.table}.${column}`))
        .map((column) => `${holding.table}.${column}`)
    })
    expect(left).toEqual([])
  })

  it('names no column that is not there', () => {
    const known = tables()
    const wrong = holdings.flatMap((holding) =>
      [...accountedFor(holding)]
        .filter((column) => !known.get(holding.table)?.includes(column))
        .map((column) => `${holding.table}.${column}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets a table belong only to one that is about people and has an id', () => {
    const wrong = holdings.filter(({ under }) => {
      const parent = holdings.find(({ table }) => table === under?.table)
      return under !== undefined && (parent === undefined || (parent.of === undefined && parent.under === undefined))
    })
    expect(wrong.map(({ table }) => table)).toEqual([])
  })
})
