import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { recordEvidence, revokeEvidence } from '~/data/duties/evidence.server'
import { transact } from '~/data/transact.server'
import { loader as me } from '~/routes/duties+/me'
import { loader as streetUnit } from '~/routes/duties+/street.units.$unitId._index'
import { loader as unit } from '~/routes/duties+/units.$unitId._index'
import type { DutyReason } from '~/ui/duties/duty-line'
import { dayOf } from '../../domain/duties/stories'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant } from './street-corner'

let now: Date

type Piece = { id: string; topic: string; unitId: string; on: string; passed?: boolean }
const record = ({ id, topic, unitId, on, passed }: Piece) =>
  transact((tx) =>
    recordEvidence(tx, {
      id,
      kind: 'course',
      topic,
      subjectKind: 'person',
      subjectId: 'zhao',
      unitId,
      position: 'employee',
      on: dayOf(on),
      passed: passed ?? true,
      validThrough: null,
      sourceKind: 'attempt',
      sourceId: id,
      recordedBy: 'system',
      recordedAt: now,
    }),
  )

const inWords = ({ list, more }: DutyReason['others']) => [
  ...list.map(({ evidence, reason }) => [evidence.on, evidence.unitName, reason.kind]),
  ...(more > 0 ? [more] : []),
]

beforeAll(() => {
  catalogue()
})

beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const id of ['zhao', 'manager', 'supervisor']) await addPerson(id, id)
  await grant('manager', 'manager', { unitId: 'hotel' })
  await grant('supervisor', 'supervisor', { placeId: 'east' })
  await addPost({ id: 'k0', personId: 'zhao', unitId: 'clinic', position: 'employee', from: '2025-01-01', to: '2026-02-28' })
  await addPost({ id: 'k1', personId: 'zhao', unitId: 'hotel', position: 'employee', from: '2026-03-02' })
  const topic = 'pre-job-employee'
  await record({ id: 'early', topic, unitId: 'hotel', on: '2025-12-01' })
  await record({ id: 'elsewhere', topic, unitId: 'clinic', on: '2026-02-20' })
  await record({ id: 'failed', topic, unitId: 'hotel', on: '2026-03-03', passed: false })
  await record({ id: 'taken', topic, unitId: 'hotel', on: '2026-03-04' })
  await transact((tx) =>
    revokeEvidence(tx, { id: 'r1', revokes: 'taken', on: dayOf('2026-03-06'), reason: '替考', by: 'account-supervisor', at: now }),
  )
})

const expected = (clinic: string | null) => [
  ['2026-03-04', '东街大酒店', 'revoked'],
  ['2026-03-03', '东街大酒店', 'failed'],
  ['2026-02-20', clinic, 'otherUnit'],
  ['2025-12-01', '东街大酒店', 'tooEarly'],
]

describe('why somebody may not work: what she did that does not count', () => {
  it('she reads it herself, with the unit she has left', async () => {
    const { seats } = await me(await ask('/me', 'zhao', now))
    expect(inWords(seats[0]?.barring[0]?.why.others ?? { list: [], more: 0 })).toEqual(expected('西街诊所'))
  })

  it('her manager and the supervisor read it without the name of a unit that is not theirs', async () => {
    for (const roll of [
      (await unit(await ask('/units/hotel', 'manager', now, { unitId: 'hotel' }))).roll,
      (await streetUnit(await ask('/street/units/hotel', 'supervisor', now, { unitId: 'hotel' }))).roll,
    ]) {
      expect(inWords(roll.groups[0]?.rows[0]?.lines[0]?.why.others ?? { list: [], more: 0 })).toEqual(expected(null))
      expect(JSON.stringify(roll)).not.toContain('西街诊所')
    }
  })

  it('shows the newest five, and says how many more there are', async () => {
    for (let day = 1; day <= 6; day += 1)
      await record({ id: `f${day}`, topic: 'pre-job-employee', unitId: 'hotel', on: `2026-01-0${day}`, passed: false })
    const { seats } = await me(await ask('/me', 'zhao', now))
    const told = inWords(seats[0]?.barring[0]?.why.others ?? { list: [], more: 0 })
    expect(told).toEqual([
      ...expected('西街诊所').slice(0, 3),
      ['2026-01-06', '东街大酒店', 'failed'],
      ['2026-01-05', '东街大酒店', 'failed'],
      5,
    ])
  })

  it('says of last year’s training that it counted for its own half-year', async () => {
    await record({ id: 'basics', topic: 'basics', unitId: 'clinic', on: '2025-12-20' })
    const { others } = await me(await ask('/me', 'zhao', now))
    expect(others.find(({ line }) => line.duty === 'staff-training-half-year')?.line.why.others.list).toMatchObject([
      { reason: { kind: 'earlierPeriod', first: '2025-07-01', last: '2025-12-31' } },
    ])
  })
})
