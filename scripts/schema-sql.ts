// Prints the SQL that makes prisma/schema.prisma from nothing (no engine is downloaded). Used to write migrations and to test for drift.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '..')
const engineFolder = path.join(root, 'node_modules/@prisma/schema-engine-wasm')

/** SQL text that creates the whole schema. Development and tests only. */
export async function schemaSql(): Promise<string> {
  const engine = await import(pathToFileURL(path.join(engineFolder, 'schema_engine_bg.js')).href)
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(engineFolder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': engine,
  })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  const content = fs.readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ':memory:' }))
  const made = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', content]] }, () => {}, adapter)
  const diff = await made.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return z.object({ stdout: z.string() }).parse(diff).stdout
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(await schemaSql())
  process.exit(0)
}
