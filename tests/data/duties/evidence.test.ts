import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { walkChains } from '~/data/duties/chain-walk.server'
import { type NewEvidence, recordEvidence, revokeEvidence } from '~/data/duties/evidence.server'
import { transact } from '~/data/transact.server'
import { type Day, parseDay } from '~/domain/shared/day'
import { settings } from '~/env.server'
import { emptyDatabase } from '../../factories/world'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const at = new Date('2026-03-10T02:00:00Z')
const piece = (id: string, unitId: string | null): NewEvidence => ({
  id,
  kind: 'course',
  topic: 'basics',
  subjectKind: 'person',
  subjectId: 'p1',
  unitId,
  position: 'employee',
  on: day('2026-03-01'),
  passed: true,
  validThrough: null,
  sourceKind: 'attempt',
  sourceId: 'a1',
  recordedBy: 'system',
  recordedAt: at,
})
const record = (id: string, unitId: string | null) => transact((tx) => recordEvidence(tx, piece(id, unitId)))
const tamper = (sql: string) => {
  const database = new Database(settings().databaseFile)
  database.exec(sql)
  database.close()
}

describe('evidence', () => {
  beforeEach(emptyDatabase)

  it('grows one chain per unit, and the county keeps its own', async () => {
    for (const id of ['a', 'b', 'c']) await record(id, 'u1')
    await record('d', 'u2')
    await record('e', null)
    expect(await walkChains()).toEqual({ entries: 5, chains: 3, firstBad: null })
  })

  it('changes nothing when the same id comes twice', async () => {
    expect(await record('a', 'u1')).toBe(true)
    expect(await record('a', 'u1')).toBe(false)
    expect((await walkChains()).entries).toBe(1)
  })

  it('takes a piece back by a further entry, the first stays', async () => {
    await record('a', 'u1')
    await transact((tx) => revokeEvidence(tx, { id: 'r', revokes: 'a', on: day('2026-03-09'), reason: 'wrong person', by: 'x', at }))
    expect(await walkChains()).toEqual({ entries: 2, chains: 1, firstBad: null })
  })

  it.each([
    ['a date is moved', `UPDATE "EvidenceEntry" SET "on" = '2026-01-01' WHERE "id" = 'b'`, 'b', 'hash'],
    ['a failure becomes a pass', `UPDATE "EvidenceEntry" SET "subjectId" = 'p2' WHERE "id" = 'b'`, 'b', 'hash'],
    ['an entry is taken out', `DELETE FROM "EvidenceEntry" WHERE "id" = 'b'`, 'c', 'gap'],
    ['the first entry is taken out', `DELETE FROM "EvidenceEntry" WHERE "id" = 'a'`, 'b', 'gap'],
    ['a link is rewritten', `UPDATE "EvidenceEntry" SET "previous" = 'x' WHERE "id" = 'c'`, 'c', 'link'],
  ])('names the first entry that does not fit when %s', async (_story, sql, id, why) => {
    for (const next of ['a', 'b', 'c']) await record(next, 'u1')
    tamper(sql)
    expect((await walkChains()).firstBad).toMatchObject({ id, why })
  })

  it('holds no name, phone or number in a link', async () => {
    await record('a', 'u1')
    const database = new Database(settings().databaseFile, { readonly: true })
    const [columns] = database.prepare<[], { sql: string }>(`SELECT sql FROM sqlite_master WHERE name = 'EvidenceEntry'`).all()
    expect(columns?.sql).not.toMatch(/"(name|phone|idHash|idCipher)"/)
    database.close()
  })

  it('keeps one unbroken chain when many record at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => record(`n${n}`, 'u1')))
    expect(await walkChains()).toEqual({ entries: 200, chains: 1, firstBad: null })
  })
})
