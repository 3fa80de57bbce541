import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Coming, calledOn, comingOf, compareComing } from '../../../app/domain/duties/coming'
import { evidenceOf, heldDuties } from '../../../app/domain/duties/person-here'
import { segmentsOf } from '../../../app/domain/duties/segments'
import { indexFacts, standingOf } from '../../../app/domain/duties/standing'
import { addDays, type Day, formatDay } from '../../../app/domain/shared/day'
import { randomScenario } from './random-scenarios'
import type { RawScenario } from './reference'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, scenarioOf } from './stories'

const settings = { numRuns: Number(process.env.FC_RUNS ?? 200) }

function inWords(coming: Coming): string {
  if (coming.kind === 'nothing') return 'nothing'
  const again = 'again' in coming && coming.again !== null ? ` ${formatDay(coming.again)}` : ''
  return `${coming.kind} ${formatDay(coming.on)}${again}`
}
const next = (story: RawScenario, today: string, subject = 'p1'): string => {
  const day = dayOf(today)
  return inWords(comingOf(segmentsOf(indexFacts(scenarioOf(story)), 'd', subject, day, addDays(day, 400))))
}

describe('what comes next', () => {
  const trained = aStory({ evidence: [aCourse('2024-06-10')] })

  it.each([
    ['before the post begins', '2024-02-01', 'begins 2024-03-01 2024-06-30'],
    ['while it is asked', '2024-06-09', 'asked 2024-06-30'],
    ['while it is covered', '2024-06-10', 'lapses 2024-06-30 2024-12-31'],
    ['the day after', '2024-07-01', 'asked 2024-12-31'],
    ['once it is late', '2025-01-01', 'overdue 2024-12-31'],
  ])('%s', (_, today, answer) => {
    expect(next(trained, today)).toBe(answer)
  })

  it('is the end of a waiver, and what is asked after it', () => {
    expect(next({ ...trained, waivers: [{ duty: 'd', subject: 'p1', from: '2024-07-01', through: '2024-08-31' }] }, '2024-08-01')).toBe(
      'waiverEnds 2024-08-31 2024-12-31',
    )
  })

  it('is nothing of what is done once and for all, nor after the last day', () => {
    const once = aDuty({ cadence: { kind: 'once', within: 'P3M' } })
    expect(next({ ...trained, duties: [once] }, '2024-07-01')).toBe('nothing')
    expect(next({ ...trained, posts: [aPost({ to: '2024-06-01' })] }, '2024-06-02')).toBe('nothing')
  })

  it('comes in the order of its dates, what is late before everything', () => {
    const on = (day: string) => dayOf(day)
    const list: Coming[] = [
      { kind: 'nothing' },
      { kind: 'asked', on: on('2025-06-30') },
      { kind: 'lapses', on: on('2025-05-01'), again: null },
      { kind: 'overdue', on: on('2025-12-31') },
    ]
    expect([...list].sort(compareComing).map(({ kind }) => kind)).toEqual(['overdue', 'lapses', 'asked', 'nothing'])
  })
})

describe('what a piece of evidence did', () => {
  it('says which duty it meets, and why another does not count', () => {
    const duties = [aDuty({ id: 'd' }), aDuty({ id: 'once', cadence: { kind: 'once', within: 'P3M' } })]
    const evidence = [
      aCourse('2024-04-01', { passed: false }),
      aCourse('2024-06-10', { id: 'e2' }),
      aCourse('2024-06-11', { id: 'e3', topic: 'x' }),
    ]
    const index = indexFacts(scenarioOf(aStory({ duties, evidence })))
    const pieces = evidenceOf(index, 'p1', heldDuties(index, 'p1', 'u1', dayOf('2024-07-01')))
    expect(pieces.map(({ piece, effects }) => [piece.id, ...effects.map(({ duty, reason }) => `${duty} ${reason.kind}`)])).toEqual([
      ['e3'],
      ['e2', 'd earlierPeriod', 'once counted'],
      ['e1', 'd failed', 'once failed'],
    ])
  })

  it('says once that it counts, where it does for one of two posts', () => {
    const gate = aDuty({ binds: 'post', cadence: { kind: 'gate', lookback: 'P3M' } })
    const posts = [aPost({ from: '2024-01-01' }), aPost({ id: 'k2', from: '2024-09-01' })]
    const evidence = [aCourse('2023-12-20'), aCourse('2024-08-20', { id: 'e2' })]
    const index = indexFacts(scenarioOf(aStory({ duties: [gate], posts, evidence })))
    const pieces = evidenceOf(index, 'p1', heldDuties(index, 'p1', 'u1', dayOf('2024-09-02')))
    expect(pieces.map(({ piece, effects }) => [piece.id, ...effects.map(({ reason }) => reason.kind)])).toEqual([
      ['e2', 'counted'],
      ['e1', 'counted'],
    ])
  })

  it('judges a post that has ended as on its last day, and only the posts at this unit', () => {
    const posts = [aPost({ to: '2024-06-30' }), aPost({ id: 'k2', unit: 'u2', from: '2024-07-01' })]
    const story = aStory({ units: [aUnit(), aUnit({ id: 'u2' })], posts, evidence: [aCourse('2024-06-10')] })
    const index = indexFacts(scenarioOf(story))
    const today = dayOf('2024-08-01')
    const here = heldDuties(index, 'p1', 'u1', today)
    expect(here.map(({ isOver, requirement }) => [isOver, requirement.standing.standing])).toEqual([[true, 'met']])
    expect(heldDuties(index, 'p1', 'u2', today).map(({ isOver, requirement }) => [isOver, requirement.standing.standing])).toEqual([
      [false, 'due'],
    ])
    expect(heldDuties(index, 'p1', 'u3', today)).toEqual([])
  })
})

describe('whatever the facts', () => {
  const anyDay = fc.integer({ min: 0, max: 1_400 }).map((offset) => addDays(dayOf('2022-06-01'), offset))

  it('nothing changes before the next date, and it is a date that the rule names', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScenario, anyDay, (story, today) => {
        const index = indexFacts(scenarioOf(story))
        for (const [dutyId, { duty }] of index.duties)
          for (const [subjectId, subject] of index.subjects) {
            if (subject.kind !== duty.binds) continue
            const rule = (day: Day) => standingOf(index, dutyId, subjectId, day)
            const coming = comingOf(segmentsOf(index, dutyId, subjectId, today, addDays(today, 400)))
            const on = calledOn(coming)
            const now = rule(today)
            if (coming.kind === 'overdue' || (coming.kind === 'asked' && now.standing === 'due')) expect(on).toBe(now.due)
            if (coming.kind === 'lapses' || coming.kind === 'waiverEnds') expect(on).toBe(now.through)
            if (coming.kind === 'begins' && on !== null) {
              expect(rule(addDays(on, -1)).standing).toBe('unbound')
              expect(rule(on).standing).not.toBe('unbound')
            }
            if (coming.kind === 'nothing') expect(['met', 'idle', 'unbound']).toContain(now.standing)
          }
      }),
      settings,
    )
  })
})
