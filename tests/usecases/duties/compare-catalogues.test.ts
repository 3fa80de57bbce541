import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase } from '~/data/db.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { transact } from '~/data/transact.server'
import { settings } from '~/env.server'
import { newId } from '~/gateways/secrets.server'
import { compareCatalogues } from '~/usecases/duties/compare-catalogues.server'
import { dayOf } from '../../domain/duties/stories'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

type Parts = {
  id: string
  binds?: string
  positions?: string
  adopt?: string
  bars?: boolean
  from?: string
  counts?: string
  cadence?: string
}

const halfYear = '{ kind: calendar, every: P6M, lead: P30D }'
const duty = ({ id, binds, positions, adopt, bars, from, counts, cadence }: Parts): string =>
  `- id: ${id}
  title: { zh: 培训, en: Training }
  plain: { zh: 要培训。, en: Be trained. }
  binds: ${binds ?? 'person'}
  positions: ${positions ?? '["*"]'}
  traits: []
  thing: training
  adopt: ${adopt ?? 'everywhere'}
  bars: ${bars ?? false}
  from: ${from ?? '2002-05-01'}
  to: null
  counts: [${counts ?? '{ kind: course, topic: basics, sameUnit: false }'}]
  cadence: ${cadence ?? halfYear}
  content: null
  jurisdiction: national
  force: rule
  source: { of: 61号令 第三十六条, mark: V1 }
`

const made: string[] = []
function folderOf(duties: Record<string, string>, isWhole: boolean): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-duties-'))
  made.push(root)
  const folder = isWhole ? path.join(root, 'duties') : root
  fs.mkdirSync(folder, { recursive: true })
  if (isWhole) fs.cpSync(path.resolve('content/vocabulary'), path.join(root, 'vocabulary'), { recursive: true })
  for (const [name, text] of Object.entries(duties)) fs.writeFileSync(path.join(folder, name), text)
  return root
}
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true })
})

const training = duty({ id: 'training' })
let hotel: MadeUnit
let shop: MadeUnit
let li: MadePerson
let wang: MadePerson

async function trained(person: MadePerson, unit: MadeUnit, on: string): Promise<void> {
  const piece = { kind: 'course', topic: 'basics', subjectKind: 'person' as const, subjectId: person.personId, unitId: unit.id }
  await transact((tx) =>
    recordEvidence(tx, {
      ...piece,
      id: newId(),
      position: 'employee',
      on: dayOf(on),
      passed: true,
      validThrough: null,
      sourceKind: 'attempt',
      sourceId: 'attempt',
      recordedBy: 'system',
      recordedAt: morning,
    }),
  )
}

const employAt = (unit: MadeUnit, person: MadePerson, id: string, position = 'employee') =>
  transact((tx) =>
    tx.post.create({
      data: { id, personId: person.personId, unitId: unit.id, position, from: '2024-01-01', cardToken: id, createdAt: morning },
    }),
  )

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00Z')
  await makeStreet()
  hotel = await makeUnit('文昌大酒店', 'WCDJ')
  shop = await makeUnit('河西五金店', 'HXWJ')
  li = await makeEmployee(hotel, '李红')
  wang = await makeEmployee(shop, '王强')
  await trained(li, hotel, '2026-02-01')
})

/** What changes, in words: `李红 文昌大酒店 training: met 2026-06-30 → …`. */
function told(own: string, changed: string, on = '2026-03-10') {
  const compared = compareCatalogues({ own, changed, on: dayOf(on), withNames: true, unitsAtOnce: 1 })
  if (compared.kind !== 'compared') throw new Error(JSON.stringify(compared))
  const batches = [...compared.batches]
  const lines = batches.flatMap(({ changes }) =>
    changes.map(({ name, unitName, change }) => `${name} ${unitName} ${change.duty}: ${change.before.standing} → ${change.after.standing}`),
  )
  return {
    duties: compared.duties,
    onlyStated: compared.onlyStated,
    lines: lines.sort(),
    count: batches.reduce((sum, batch) => sum + batch.compared, 0),
  }
}

describe('what if the catalogue were another', () => {
  it('finds nothing where nothing but the order and the words changed', () => {
    const own = folderOf({ 'a.yaml': training + duty({ id: 'second', positions: '[employee, welder]' }) }, true)
    const changed = folderOf(
      { 'b.yaml': duty({ id: 'second', positions: '[welder, employee]' }) + training.replace('zh: 培训', 'zh: 学习') },
      false,
    )
    expect(told(own, changed)).toEqual({ duties: { added: [], removed: [], changed: [] }, onlyStated: [], lines: [], count: 4 })
  })

  it('lists whose due dates change with the rhythm, for those who were trained and those who were not', () => {
    const own = folderOf({ 'a.yaml': training }, true)
    const changed = folderOf({ 'a.yaml': duty({ id: 'training', cadence: '{ kind: calendar, every: P1Y, lead: P30D }' }) }, false)
    const { duties, lines, count } = told(own, changed)
    expect(duties).toEqual({ added: [], removed: [], changed: [{ id: 'training', parts: ['cadence'] }] })
    expect(lines).toEqual(['李红 文昌大酒店 training: met → met', '王强 河西五金店 training: overdue → overdue'])
    expect(count).toBe(2)
  })

  it('lists a day that moves even where the standing stays', () => {
    const from = '2026-01-01'
    const own = folderOf({ 'a.yaml': duty({ id: 'training', from }) }, true)
    const changed = folderOf({ 'a.yaml': duty({ id: 'training', from, cadence: '{ kind: calendar, every: P1Y, lead: P30D }' }) }, false)
    expect(told(own, changed).lines).toEqual(['李红 文昌大酒店 training: met → met', '王强 河西五金店 training: due → due'])
  })

  it('takes a whole content folder as well as one of duties', () => {
    const own = folderOf({ 'a.yaml': training }, true)
    const half = { 'a.yaml': duty({ id: 'training', from: '2026-01-01' }) }
    expect(told(own, folderOf(half, true))).toEqual(told(own, folderOf(half, false)))
    expect(told(own, folderOf(half, true)).lines).toEqual(['王强 河西五金店 training: overdue → due'])
  })

  it('answers for another day', () => {
    const own = folderOf({ 'a.yaml': training }, true)
    const changed = folderOf({ 'a.yaml': duty({ id: 'training', from: '2027-01-01' }) }, false)
    expect(told(own, changed, '2026-12-31').lines).toHaveLength(2)
    expect(told(own, changed, '2001-12-31').lines).toEqual([])
  })

  it('tells of duties that are new or gone', () => {
    const gate = duty({ id: 'gate', binds: 'post', positions: '[employee]', bars: true, cadence: '{ kind: gate, lookback: P1Y }' })
    const own = folderOf({ 'a.yaml': training }, true)
    const { duties, lines } = told(own, folderOf({ 'a.yaml': gate }, false))
    expect(duties).toEqual({ added: ['gate'], removed: ['training'], changed: [] })
    expect(lines).toEqual([
      '李红 文昌大酒店 gate: unbound → met',
      '李红 文昌大酒店 training: met → unbound',
      '王强 河西五金店 gate: unbound → overdue',
      '王强 河西五金店 training: overdue → unbound',
    ])
  })

  it('says which of the removed ones are still stated', () => {
    const own = folderOf({ 'a.yaml': training + duty({ id: 'second' }) }, true)
    const stated = training
      .replace('- id: training', '- id: training\n  computed: false')
      .replace(/ {2}(thing|adopt|bars|counts|cadence|content): .*\n/g, '')
      .concat('  rhythm: per-school-year\n  when: { zh: 每学年, en: Every school year }\n  remind: []\n')
    const { duties, onlyStated } = told(own, folderOf({ 'a.yaml': stated }, false))
    expect([duties.removed, onlyStated]).toEqual([['training', 'second'], ['training']])
  })

  it('follows a duty whose subject changes kind', () => {
    const own = folderOf({ 'a.yaml': training }, true)
    const { lines } = told(own, folderOf({ 'a.yaml': duty({ id: 'training', binds: 'unit', positions: '[]' }) }, false))
    expect(lines).toContain('文昌大酒店 文昌大酒店 training: unbound → overdue')
    expect(lines).toHaveLength(4)
  })

  it('tells of somebody with posts at two units, and of merged records, once', async () => {
    await employAt(shop, li, 'k-second')
    const twin = await makeEmployee(hotel, '王强（重复）')
    await transact((tx) => tx.person.update({ where: { id: twin.personId }, data: { mergedIntoId: wang.personId } }))
    const own = folderOf({ 'a.yaml': training }, true)
    const { lines, count } = told(own, folderOf({ 'a.yaml': duty({ id: 'training', cadence: '{ kind: once, within: P1Y }' }) }, false))
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['李红', '王强'])
    expect(count).toBe(2)
  })

  it('knows where a duty is switched on', async () => {
    await transact((tx) =>
      tx.dutyAdoption.create({
        data: { id: 'a1', dutyId: 'training', placeId: 'street', from: '2026-01-01', adoptedBy: 'system', createdAt: morning },
      }),
    )
    const own = folderOf({ 'a.yaml': training }, true)
    const { duties, lines } = told(own, folderOf({ 'a.yaml': duty({ id: 'training', adopt: 'place' }) }, false))
    expect(duties.changed).toEqual([{ id: 'training', parts: ['adopt'] }])
    expect(lines).toEqual(['王强 河西五金店 training: overdue → due'])
  })

  it('keeps names to itself unless asked', () => {
    const own = folderOf({ 'a.yaml': training }, true)
    const compared = compareCatalogues({ own, changed: folderOf({ 'a.yaml': '[]' }, false), on: dayOf('2026-03-10') })
    if (compared.kind !== 'compared') throw new Error(compared.kind)
    expect([...compared.batches].flatMap(({ changes }) => changes.map(({ name }) => name))).toEqual([null, null])
  })

  it.each([
    [
      'an unknown position',
      { 'a.yaml': training + duty({ id: 'second', positions: '[wizard]' }) },
      'a.yaml',
      18,
      'there is no position wizard',
    ],
    ['an impossible rhythm', { 'a.yaml': duty({ id: 'training', cadence: '{ kind: weekly }' }) }, 'a.yaml', 13, 'cadence'],
    ['YAML that is none', { 'b.yaml': '- id: [' }, 'b.yaml', 1, ''],
    ['no duty file at all', { 'a.txt': '' }, '', 1, 'no duty file'],
  ])('names file and line of %s', (_what, files, file, line, message) => {
    const own = folderOf({ 'a.yaml': training }, true)
    const changed = folderOf(files, false)
    const found = compareCatalogues({ own, changed, on: dayOf('2026-03-10') })
    if (found.kind !== 'unsound') throw new Error(found.kind)
    expect(found.problems[0]).toMatchObject({ file: path.join(changed, file), line })
    expect(found.problems[0]?.message).toContain(message)
  })

  it('says so where a folder or the database is not there', async () => {
    const own = folderOf({ 'a.yaml': training }, true)
    const missing = compareCatalogues({ own, changed: path.join(own, 'nowhere'), on: dayOf('2026-03-10') })
    expect(missing).toMatchObject({ kind: 'unsound', problems: [{ message: 'the folder is missing' }] })
    await closeDatabase()
    fs.rmSync(settings().databaseFile)
    const file = settings().databaseFile
    expect(compareCatalogues({ own, changed: own, on: dayOf('2026-03-10') })).toEqual({ kind: 'noDatabase', file })
    expect(fs.existsSync(file)).toBe(false)
  })
})

describe('npm run duties:diff', { timeout: 120_000 }, () => {
  // Translated once for all its runs; beside content/, where it looks for the catalogue.
  const translated = path.resolve('build', `duties-diff-${process.pid}.mjs`)
  beforeAll(() =>
    build({
      entryPoints: ['scripts/duties-diff.ts'],
      outfile: translated,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
    }),
  )
  afterAll(() => fs.rmSync(translated, { force: true }))

  const start = (command: string, ...given: string[]) => {
    const ran = spawnSync(command, given, { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
    return { status: ran.status, out: ran.stdout, fault: ran.stderr }
  }
  const run = (...given: string[]) => start(process.execPath, translated, ...given)

  it('prints who, where, what, before and after, and adds up; and names nobody unless asked', () => {
    const changed = folderOf({ 'a.yaml': training }, false)
    const { status, out } = run(changed, '--on=2026-03-10')
    expect(status).toBe(0)
    expect(out).toMatch(new RegExp(`person ${wang.personId} · 河西五金店 · training: unbound → overdue, was due 2024-06-30`))
    expect(out).toMatch(/Changed: \d+ of \d+ standings/)
    expect(out).not.toContain('王强')
    expect(run(changed, '--on=2026-03-10', '--names').out).toContain('王强')
  })

  it('ends with 1 and file:line for a catalogue that is not sound, a day that does not exist, and no folder', () => {
    const changed = folderOf({ 'a.yaml': duty({ id: 'x', positions: '[wizard]' }) }, false)
    const bad = run(changed)
    expect([bad.status, bad.out]).toEqual([
      1,
      expect.stringContaining(`${path.relative(process.cwd(), changed)}/a.yaml:1 x: there is no position wizard`),
    ])
    expect(run(changed, '--on=2026-02-30').status).toBe(1)
    expect(run().status).toBe(1)
    expect(start(path.resolve('node_modules/.bin/tsx'), 'scripts/duties-diff.ts', '--help')).toMatchObject({
      status: 0,
      out: expect.stringContaining('duties:diff'),
    })
  })

  it('writes nothing', () => {
    const before = fs.readFileSync(settings().databaseFile)
    run(folderOf({ 'a.yaml': training }, false))
    expect(fs.readFileSync(settings().databaseFile).equals(before)).toBe(true)
  })
})
