import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../../../app/domain/duties/segments'
import { indexFacts, standingOf } from '../../../app/domain/duties/standing'
import { addDays, type Day, formatDay } from '../../../app/domain/shared/day'
import { randomScenario } from './random-scenarios'
import type { RawScenario } from './reference'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, scenarioOf } from './stories'

const settings = { numRuns: Number(process.env.FC_RUNS ?? 120) }

/** A line for each segment: from … through and how she stands. */
function told(story: RawScenario, from: string, through: string, subject = 'p1'): string[] {
  const index = indexFacts(scenarioOf(story))
  return segmentsOf(index, 'd', subject, dayOf(from), dayOf(through)).map((segment) => {
    const { standing, due, by } = segment.standing
    return [formatDay(segment.from), formatDay(segment.through), standing, by ?? (due === null ? null : formatDay(due))]
      .filter((part) => part !== null)
      .join(' ')
  })
}

describe('how somebody stands over the years', () => {
  it('tells a half-yearly year in a few lines, from the day before the post to the last day asked about', () => {
    const story = aStory({ posts: [aPost({ from: '2024-03-01' })], evidence: [aCourse('2024-06-10'), aCourse('2025-03-01', { id: 'e2' })] })
    expect(told(story, '2024-02-01', '2025-12-31')).toEqual([
      '2024-02-01 2024-02-29 unbound',
      '2024-03-01 2024-06-09 due 2024-06-30',
      '2024-06-10 2024-06-30 met e1',
      '2024-07-01 2024-12-31 due 2024-12-31',
      '2025-01-01 2025-02-28 overdue 2024-12-31',
      '2025-03-01 2025-06-30 met e2',
      '2025-07-01 2025-12-31 due 2025-12-31',
    ])
  })

  it('ends a licence with its printed day, and a waiver on its last', () => {
    const duty = aDuty({ cadence: { kind: 'rolling', every: 'P3Y', opens: 'P60D', first: 'P30D' } })
    const story = aStory({
      duties: [duty],
      posts: [aPost({ from: '2024-01-01' })],
      evidence: [aCourse('2024-01-01', { validThrough: '2024-05-20' })],
      waivers: [{ duty: 'd', subject: 'p1', from: '2024-05-25', through: '2024-06-30' }],
    })
    expect(told(story, '2024-05-01', '2024-12-31')).toEqual([
      '2024-05-01 2024-05-20 met e1',
      '2024-05-21 2024-05-24 overdue 2024-05-20',
      '2024-05-25 2024-06-30 waived',
      '2024-07-01 2024-12-31 overdue 2024-05-20',
    ])
  })

  it('forgets same-unit evidence with the post that made it count', () => {
    const duty = aDuty({ cadence: { kind: 'once', within: 'P3M' }, counts: [{ kind: 'course', topic: 'basics', sameUnit: true }] })
    const posts = [aPost({ from: '2024-01-01', to: '2024-06-30' }), aPost({ id: 'k2', unit: 'u2', from: '2024-03-01' })]
    const story = aStory({ duties: [duty], units: [aUnit(), aUnit({ id: 'u2' })], posts, evidence: [aCourse('2024-02-01')] })
    expect(told(story, '2024-05-01', '2024-12-31')).toEqual(['2024-05-01 2024-06-30 met e1', '2024-07-01 2024-12-31 overdue 2024-04-01'])
  })
})

const year = fc.integer({ min: 0, max: 1_400 }).map((offset) => addDays(dayOf('2022-06-01'), offset))
/** Switched on by a place for one of the units, for a while, or in force everywhere. */
const adoption = fc.option(
  fc.record({ unit: fc.constantFrom('u1', 'u2'), from: year, length: fc.option(fc.nat(500)) }).map(({ unit, from, length }) => {
    const held = { from, to: length === null ? null : addDays(from, length) }
    return new Map([[unit, [held]]])
  }),
  { freq: 3 },
)

describe('whatever the facts', () => {
  it('the segments say on every day what the rule says, leave no day out, and differ from their neighbours', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScenario, year, fc.integer({ min: 0, max: 1_400 }), adoption, (story, from, length, adopted) => {
        const facts = scenarioOf(story)
        const index = indexFacts({ ...facts, duties: facts.duties.map((duty) => (adopted === null ? duty : { ...duty, adopted })) })
        const through = addDays(from, length)
        for (const [dutyId, { duty }] of index.duties)
          for (const [subjectId, subject] of index.subjects) {
            if (subject.kind !== duty.binds) continue
            const segments = segmentsOf(index, dutyId, subjectId, from, through)
            let day: Day = from
            for (const [nth, segment] of segments.entries()) {
              expect(segment.from).toBe(day)
              expect(segment.through).toBeGreaterThanOrEqual(segment.from)
              for (; day <= segment.through; day = addDays(day, 1)) {
                const rule = standingOf(index, dutyId, subjectId, day)
                if (!sameStanding(rule, segment.standing)) expect([formatDay(day), segment.standing]).toEqual([formatDay(day), rule])
              }
              const before = segments[nth - 1]
              if (before !== undefined) expect(before.standing).not.toEqual(segment.standing)
            }
            expect(day).toBe(addDays(through, 1))
          }
      }),
      settings,
    )
  })
})

function sameStanding(one: ReturnType<typeof standingOf>, other: ReturnType<typeof standingOf>): boolean {
  return (
    one.standing === other.standing &&
    one.due === other.due &&
    one.through === other.through &&
    one.since === other.since &&
    one.by === other.by
  )
}
