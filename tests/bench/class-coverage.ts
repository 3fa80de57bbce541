// npx tsx tests/bench/class-coverage.ts: who of a list of 20,000 units is covered, as the page asks it, beside reading the bare rows.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { applyMigrations } from '../../app/data/migrate.server'
import { parseDay } from '../../app/domain/shared/day'

const root = path.resolve(import.meta.dirname, '../..')
const at = '2026-01-05T02:00:00.000+00:00'
const parts = ['morning', 'afternoon', 'test']

/** A list of so many units in a new database. Half of them came, a tenth by a deputy; of each fifth somebody else answers since. */
export function fill(file: string, units: number): void {
  const made = new Database(file)
  const insert = (table: string, row: Record<string, string | number | null>) =>
    made
      .prepare(`INSERT INTO "${table}" (${Object.keys(row).map((name) => `"${name}"`)}) VALUES (${Object.keys(row).map(() => '?')})`)
      .run(...Object.values(row))
  const body = {
    ...{ template: 'party-school', title: 't', year: 2026, binds: 'unit', duty: '', topic: 't', hours: 6, deputies: true },
    audience: { sectors: [], traits: [], positions: ['responsible-person'] },
    parts: parts.map((key) => ({ key, name: key, kind: 'lesson' })),
  }
  const why = JSON.stringify({ sector: 'commerce', traits: [], positions: [], words: '' })
  made.transaction(() => {
    insert('Place', { id: 'county', kind: 'county', name: 'county', path: '/county/', createdAt: at })
    for (let nth = 0; nth < 20; nth += 1)
      insert('Place', { id: `s${nth}`, kind: 'street', name: `s${nth}`, parentId: 'county', path: `/county/s${nth}/`, createdAt: at })
    insert('Programme', { id: 'p', slug: 'p', placeId: 'county', createdAt: at, createdBy: 'b' })
    insert('ProgrammeRevision', { id: 'r', programmeId: 'p', nth: 1, body: JSON.stringify(body), at, by: 'b' })
    insert('TrainingClass', { id: 'c', programmeId: 'p', createdAt: at, createdBy: 'b' })
    const held = {
      ...{
        title: 't',
        late: 15,
        notice: '',
        parts: parts.map((key) => ({ key, name: key, kind: 'lesson', on: '2026-04-10', from: '09:00', to: '10:00' })),
      },
      classrooms: [{ id: 'main', name: 'main', place: 'main', seats: 20_000, organiser: { id: 'b', name: 'b' }, stream: '' }],
    }
    insert('ClassRevision', { id: 'cr', classId: 'c', nth: 1, body: JSON.stringify(held), at, by: 'b' })
    insert('ClassStep', { id: 'closed', classId: 'c', nth: 1, kind: 'closed', at, by: 'b', detail: '{}' })
    for (let nth = 0; nth < units; nth += 1) {
      const [unit, first, second] = [`u${nth}`, `a${nth}`, `b${nth}`]
      const isOver = nth % 5 === 0
      insert('Unit', {
        id: unit,
        placeId: `s${nth % 20}`,
        name: unit,
        sector: 'commerce',
        shortCode: unit,
        from: '2020-01-01',
        createdAt: at,
      })
      for (const id of [first, second]) insert('Person', { id, name: id, createdAt: at })
      const post = { unitId: unit, position: 'responsible-person', createdAt: at }
      insert('Post', { ...post, id: first, cardToken: first, personId: first, from: '2024-01-01', to: isOver ? '2026-06-30' : null })
      if (isOver) insert('Post', { ...post, id: second, cardToken: second, personId: second, from: '2026-07-01' })
      const line = { id: `m${nth}`, programmeId: 'p', subjectKind: 'unit', subjectId: unit, unitId: unit, way: 'drawn', from: '2026-01-05' }
      insert('ProgrammeMember', { ...line, why, addedAt: at, addedBy: 'b' })
      if (nth % 2 === 0)
        for (const part of parts) {
          const isDeputy = nth % 10 === 0
          const sat = { programmeId: 'p', classId: 'c', closingId: 'closed', part, personId: isDeputy ? second : first, unitId: unit }
          const said = { asDeputy: isDeputy ? 1 : 0, on: '2026-04-10', state: 'present', counts: 1 }
          insert('ClassSitting', { id: randomUUID(), ...sat, ...said })
        }
    }
  })()
  made.close()
}

export type ClassCoverageCost = { units: number; covered: number; pageMs: number; afterChangeMs: number; coldMs: number; rowsMs: number }

/** The figures of one list: nothing changed since, after a post somewhere changed, and at first; beside reading the rows that they rest on. */
export async function benchClassCoverage(units = 20_000): Promise<ClassCoverageCost> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-classes-'))
  process.env.MINGBAI_DATA = folder
  process.env.MINGBAI_MODE = 'sample'
  const { settings } = await import('../../app/env.server')
  const { closeDatabase } = await import('../../app/data/db.server')
  const { programmeCoverage } = await import('../../app/data/classes/coverage-facts.server')
  const { programmeAnywhere } = await import('../../app/data/classes/programmes.server')
  const { figuresOf } = await import('../../app/domain/classes/list-line')
  const stored = settings().databaseFile
  if (!path.resolve(stored).startsWith(folder)) throw new Error(`not the bench's own database: ${stored}`)
  applyMigrations(stored, path.join(root, 'prisma/migrations'))
  fill(stored, units)
  const side = new Database(stored)
  const programme = await programmeAnywhere('p')
  const on = parseDay('2026-11-10')
  if (programme === null || on === null) throw new Error('there is no list')
  const everything = { everything: true, places: [], units: [] }
  const page = () => figuresOf(programmeCoverage(everything, programme, on))
  const cold = timed(page)
  const changed = Array.from({ length: 40 }, (_, nth) => {
    side.prepare('UPDATE "Post" SET "to" = ? WHERE "id" = ?').run(nth % 2 === 0 ? '2030-12-31' : null, 'a1')
    return timed(page).ms
  })
  const again = Array.from({ length: 40 }, () => timed(page).ms)
  const rows = Array.from(
    { length: 10 },
    () => timed(() => ['ProgrammeMember', 'ClassSitting', 'Post'].map((table) => side.prepare(`SELECT * FROM "${table}"`).all().length)).ms,
  )
  side.close()
  await closeDatabase()
  fs.rmSync(folder, { recursive: true, force: true })
  const { covered } = cold.value
  const result = { units, covered, pageMs: p95(again), afterChangeMs: p95(changed), coldMs: cold.ms }
  return { ...result, rowsMs: rows.sort((one, other) => one - other)[5] ?? 0 }
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const started = performance.now()
  const value = work()
  return { value, ms: performance.now() - started }
}

export const p95 = (measured: readonly number[]): number =>
  [...measured].sort((one, other) => one - other)[Math.floor(measured.length * 0.95)] ?? 0

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { units, covered, pageMs, afterChangeMs, coldMs, rowsMs } = await benchClassCoverage()
  console.log(
    `${units} units, ${covered} covered: p95 ${pageMs.toFixed(1)} ms, after a change ${afterChangeMs.toFixed(1)} ms, at first ${coldMs.toFixed(0)} ms; ` +
      `bare rows ${rowsMs.toFixed(1)} ms, ratio ${(afterChangeMs / rowsMs).toFixed(2)}`,
  )
  process.exit(0)
}
