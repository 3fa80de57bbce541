import { createHash, randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { applyMigrations } from '../../app/data/migrate.server'

export type County = { people: number; units: number }
export type MadeCounty = { supervisor: string; streetSupervisor: string }

const TRAITS = [
  ['hotel', 'public-assembly'],
  ['factory', 'labour-intensive'],
  ['primary-secondary', 'key-unit'],
  ['hospital', 'key-unit', 'public-assembly'],
  ['restaurant', 'nine-small'],
  ['residential-estate'],
  ['complex', 'public-assembly', 'key-unit'],
  ['eldercare', 'crowded'],
] as const
const SECTORS = ['commerce', 'industry', 'education', 'medical', 'commerce', 'housing', 'commerce', 'civil-affairs'] as const
const POSITIONS = ['employee', 'employee', 'employee', 'control-room-operator', 'welder', 'security-guard', 'fire-manager'] as const
const SWITCHED_ON = ['unit-staff-training-annual', 'unit-drill-annual', 'key-drill', 'highrise-full-drill'] as const
const STREETS = 10
const COMMUNITIES = 10
const PIECES_EACH = 10

/** Makes a county of this size in an empty folder: ten streets of ten communities, ten pieces of evidence for each person, six years of it. */
export function makeCounty(folder: string, { people, units }: County, year: number): MadeCounty {
  const file = path.join(folder, 'mingbai.db')
  applyMigrations(file, path.resolve('prisma/migrations'))
  const database = new Database(file)
  database.pragma('synchronous = OFF')
  const next = randomFrom(people)
  const now = new Date().toISOString().replace('Z', '+00:00')
  const insert = (table: string, row: Record<string, string | number | null>) => {
    const names = Object.keys(row)
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    known.run(...Object.values(row))
  }
  const statements = new Map<string, Database.Statement>()
  const dayIn = (first: number, years: number) => {
    const month = next(12) + 1
    return `${first + next(years)}-${String(month).padStart(2, '0')}-${String(next(28) + 1).padStart(2, '0')}`
  }
  const signIn = (name: string, placeId: string) => {
    const secret = name.toUpperCase()
    insert('Person', { id: name, name, createdAt: now })
    insert('Account', { id: name, personId: name, staffNumber: name, createdAt: now })
    insert('Grant', {
      id: name,
      accountId: name,
      role: 'supervisor',
      placeId,
      sectors: '*',
      from: '2020-01-01',
      grantedBy: 'system',
      createdAt: now,
    })
    const later = new Date(Date.now() + 86_400_000).toISOString().replace('Z', '+00:00')
    insert('Session', {
      id: createHash('sha256').update(secret).digest('hex'),
      accountId: name,
      kind: 'console',
      createdAt: now,
      seenAt: now,
      passwordAt: now,
      expiresAt: later,
      absoluteAt: later,
    })
    return `mingbai_session=${secret}`
  }
  const made = database.transaction(() => {
    insert('Place', { id: 'county', kind: 'county', name: '某县', parentId: null, path: '/county/', createdAt: now })
    const communities: string[] = []
    for (let street = 0; street < STREETS; street += 1) {
      insert('Place', {
        id: `s${street}`,
        kind: 'street',
        name: `第${street + 1}街道`,
        parentId: 'county',
        path: `/county/s${street}/`,
        createdAt: now,
      })
      for (let nth = 0; nth < COMMUNITIES; nth += 1) {
        const id = `s${street}c${nth}`
        communities.push(id)
        insert('Place', {
          id,
          kind: 'community',
          name: `第${street + 1}街道${nth + 1}社区`,
          parentId: `s${street}`,
          path: `/county/s${street}/${id}/`,
          createdAt: now,
        })
      }
    }
    for (let nth = 0; nth < units; nth += 1) {
      const kind = nth % TRAITS.length
      insert('Unit', {
        id: `u${nth}`,
        placeId: communities[next(communities.length)] ?? '',
        name: `第${nth + 1}单位`,
        sector: SECTORS[kind] ?? 'other',
        shortCode: `U${nth}`,
        from: '2018-01-01',
        createdAt: now,
      })
      for (const trait of TRAITS[kind] ?? []) insert('UnitTrait', { id: `u${nth}-${trait}`, unitId: `u${nth}`, trait, from: '2018-01-01' })
      for (let drill = 0; drill < 3; drill += 1) piece('unit', `u${nth}`, `u${nth}`, 'drill', 'full', dayIn(year - 2, 3))
    }
    for (const dutyId of SWITCHED_ON)
      insert('DutyAdoption', { id: dutyId, dutyId, placeId: 'county', from: `${year - 3}-01-01`, adoptedBy: 'system', createdAt: now })
    for (let nth = 0; nth < people; nth += 1) {
      const id = `p${nth}`
      const position = POSITIONS[next(POSITIONS.length)] ?? 'employee'
      insert('Person', { id, name: `${'赵钱孙李周吴郑王'[next(8)]}${'伟芳娜敏静秀英丽'[next(8)]}${nth}`, createdAt: now })
      for (let held = 0; held < (next(10) === 0 ? 2 : 1); held += 1) {
        const unitId = `u${next(units)}`
        insert('Post', {
          id: `k${nth}-${held}`,
          personId: id,
          unitId,
          position,
          from: dayIn(year - 6, 6),
          to: next(8) === 0 ? dayIn(year - 1, 2) : null,
          cardToken: `CARD${nth}-${held}`,
          createdAt: now,
        })
        if (next(20) > 0) piece('person', id, unitId, 'course', `pre-job-${position}`, dayIn(year - 6, 6))
      }
      for (let count = 1; count < PIECES_EACH; count += 1)
        piece('person', id, null, next(3) === 0 ? 'course' : 'class', 'refresher', dayIn(year - 6, 7))
    }
    return { supervisor: signIn('county-supervisor', 'county'), streetSupervisor: signIn('street-supervisor', 's1') }
  })
  let seq = 0
  function piece(subjectKind: string, subjectId: string, unitId: string | null, kind: string, topic: string, on: string) {
    seq += 1
    insert('EvidenceEntry', {
      id: randomUUID(),
      chain: 'bench',
      seq,
      previous: '',
      hash: '',
      entry: 'evidence',
      kind,
      topic,
      subjectKind,
      subjectId,
      unitId,
      on,
      passed: 1,
      sourceKind: 'bench',
      sourceId: 'bench',
      recordedAt: now,
      recordedBy: 'system',
    })
  }
  const found = made()
  database.close()
  return found
}

/** A small linear congruential generator: the same county in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
