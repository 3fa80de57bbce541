import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindsThroughPost } from '../../../app/domain/duties/binding'
import { cellsOf, countsOf, coverageOf, notCovered, whoOf } from '../../../app/domain/duties/coverage'
import { indexFacts, standingOf } from '../../../app/domain/duties/standing'
import { addDays } from '../../../app/domain/shared/day'
import { randomScenario } from './random-scenarios'
import type { RawScenario } from './reference'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, scenarioOf } from './stories'

const indexOf = (story: RawScenario) => indexFacts(scenarioOf(story))
const lines = (story: RawScenario, on: string, units = ['u1', 'u2'], only: { duty?: string; position?: string } = {}) =>
  coverageOf(indexOf(story), units, dayOf(on), { duty: only.duty ?? null, position: only.position ?? null })
const people = ['p1', 'p2', 'p3'].map((id) => ({ id, mergedInto: null }))

/** A hotel and a school: one has trained, one is late, one is new; the hotel owes a drill. */
const town = aStory({
  duties: [
    aDuty({ id: 'staff' }),
    aDuty({ id: 'drill', binds: 'unit', positions: [], traits: ['key'], counts: [{ kind: 'drill', topic: '*', sameUnit: false }] }),
    aDuty({ id: 'welders', binds: 'post', positions: ['welder'], cadence: { kind: 'gate', lookback: 'P1Y' } }),
  ],
  units: [aUnit({ traits: [{ trait: 'key', from: '2020-01-01', to: null }] }), aUnit({ id: 'u2' })],
  people,
  posts: [
    aPost({ id: 'k1', person: 'p1', from: '2023-03-01' }),
    aPost({ id: 'k2', person: 'p2', from: '2023-03-01', position: 'welder' }),
    aPost({ id: 'k2b', person: 'p2', unit: 'u2', from: '2023-06-01' }),
    aPost({ id: 'k3', person: 'p3', unit: 'u2', from: '2024-02-01' }),
  ],
  evidence: [aCourse('2024-02-02')],
})

describe('which units and people are not covered on a day', () => {
  it('counts each once per duty at each unit through which it binds, in one standing', () => {
    const cells = cellsOf(lines(town, '2024-03-01'))
    expect(cells.map(({ unit, duty, counts }) => [unit, duty, counts])).toEqual([
      ['u1', 'staff', { bound: 2, met: 1, due: 0, overdue: 1, waived: 0, idle: 0 }],
      ['u2', 'staff', { bound: 2, met: 0, due: 1, overdue: 1, waived: 0, idle: 0 }],
      ['u1', 'drill', { bound: 1, met: 0, due: 0, overdue: 1, waived: 0, idle: 0 }],
      ['u1', 'welders', { bound: 1, met: 0, due: 0, overdue: 1, waived: 0, idle: 0 }],
    ])
  })

  it('lists who is not covered, overdue before due, and how many people and units that is', () => {
    const found = lines(town, '2024-03-01')
    expect(notCovered(found).map(({ duty, unit, person, standing }) => [standing.standing, duty, unit, person])).toEqual([
      ['overdue', 'staff', 'u1', 'p2'],
      ['overdue', 'staff', 'u2', 'p2'],
      ['overdue', 'drill', 'u1', null],
      ['overdue', 'welders', 'u1', 'p2'],
      ['due', 'staff', 'u2', 'p3'],
    ])
    expect(whoOf(notCovered(found))).toEqual({ people: 2, units: 1 })
  })

  it('counts somebody with two posts at one unit once, and names the position asked for', () => {
    const story = aStory({
      duties: [aDuty({ id: 'staff' })],
      posts: [aPost({ id: 'k1' }), aPost({ id: 'k2', position: 'welder', from: '2024-04-01' })],
    })
    expect(lines(story, '2024-05-01').map(({ post, position }) => [post, position])).toEqual([['k1', 'employee']])
    const welders = lines(story, '2024-05-01', ['u1'], { position: 'welder' })
    expect(welders.map(({ post, position }) => [post, position])).toEqual([['k2', 'welder']])
    expect(lines(story, '2024-03-15', ['u1'], { position: 'welder' })).toEqual([])
  })

  it('leaves out units that are not asked about, though their posts are known', () => {
    expect(lines(town, '2024-03-01', ['u2']).every(({ unit }) => unit === 'u2')).toBe(true)
    expect(lines(town, '2024-03-01', ['u2'], { duty: 'drill' })).toEqual([])
    expect(lines(town, '2024-03-01', ['u1', 'u2'], { duty: 'staff' })).toHaveLength(4)
  })

  it('looks ahead: if nothing happens, those who are met now are overdue after the next half-year', () => {
    expect(countsOf(lines(town, '2024-12-31', ['u1'], { duty: 'staff' }))).toMatchObject({ bound: 2, due: 1, overdue: 1 })
    expect(countsOf(lines(town, '2025-01-01', ['u1'], { duty: 'staff' }))).toMatchObject({ bound: 2, due: 0, overdue: 2 })
  })
})

describe('whatever the facts', () => {
  it('the counts add up, and hold everyone whom the rule binds there and nobody else', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomScenario, fc.integer({ min: 0, max: 1_300 }), (story, offset) => {
        const on = addDays(dayOf('2022-06-01'), offset)
        const index = indexOf(story)
        const units = story.units.map(({ id }) => id)
        const found = coverageOf(index, units, on, { duty: null, position: null })
        const expected = new Set<string>()
        for (const [id, node] of index.duties)
          for (const subject of new Set(index.subjects.values())) {
            if (subject.kind === 'unit' && node.duty.binds === 'unit' && standingOf(index, id, subject.unit.id, on).standing !== 'unbound')
              expected.add([id, subject.unit.id, 'unit'].join(' '))
            if (subject.kind !== 'post' || node.duty.binds === 'unit' || !bindsThroughPost(node, subject, on)) continue
            const asked = node.duty.binds === 'post' ? subject.post.id : subject.person.id
            expected.add([id, subject.unit.unit.id, asked].join(' '))
            expect(standingOf(index, id, asked, on).standing).not.toBe('unbound')
          }
        const seen = found.map(({ duty, unit, subject, person }) => [duty, unit, person === null ? 'unit' : subject].join(' '))
        expect(new Set(seen)).toEqual(expected)
        expect(seen).toHaveLength(expected.size)
        const { bound, met, due, overdue, waived, idle } = countsOf(found)
        expect(met + due + overdue + waived + idle).toBe(bound)
        expect(bound).toBe(found.length)
        expect(cellsOf(found).reduce((sum, { counts }) => sum + counts.bound, 0)).toBe(bound)
        expect(notCovered(found)).toHaveLength(due + overdue)
        for (const { duty, subject, standing } of found) expect(standing).toEqual(standingOf(index, duty, subject, on))
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 150) },
    )
  })
})
