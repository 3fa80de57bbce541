import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../app/domain/duties/scenario'
import { indexFacts, standingOf } from '../../../app/domain/duties/standing'
import { askedAbout, type OtherPiece, otherPieces } from '../../../app/domain/duties/unhelpful'
import type { Day } from '../../../app/domain/shared/day'
import { formatDay } from '../../../app/domain/shared/day'
import { randomScenario } from './random-scenarios'
import type { RawScenario } from './reference'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, scenarioOf } from './stories'

const settings = { numRuns: Number(process.env.FC_RUNS ?? 300) }

const othersIn = (facts: Scenario, duty: string, subject: string, on: Day): readonly OtherPiece[] =>
  otherPieces(askedAbout(indexFacts(facts), duty, subject, on))

function inWords({ piece, reason }: OtherPiece): string {
  const days = [
    'on' in reason ? reason.on : null,
    'from' in reason ? reason.from : null,
    'first' in reason ? reason.first : null,
    'last' in reason ? reason.last : null,
    'through' in reason ? reason.through : null,
  ]
  return [piece.id, reason.kind, ...days.flatMap((day) => (day === null ? [] : formatDay(day)))].join(' ')
}

/** What did not count for p1 on a day: `e1 failed`, `e2 revoked 2024-05-01`. */
const told = (story: RawScenario, on: string, subject = 'p1'): string[] => othersIn(scenarioOf(story), 'd', subject, dayOf(on)).map(inWords)

const gate = aDuty({ binds: 'post', cadence: { kind: 'gate', lookback: 'P1Y' } })
const once = aDuty({ cadence: { kind: 'once', within: 'P3M' } })
const rolling = aDuty({ cadence: { kind: 'rolling', every: 'P1Y', opens: 'P30D', first: 'P30D' } })
const here = aDuty({ counts: [{ kind: 'course', topic: 'basics', sameUnit: true }] })

const table: [string, RawScenario, string, string, string[]][] = [
  ['a failed paper', aStory({ evidence: [aCourse('2024-04-01', { passed: false })] }), '2024-05-01', 'p1', ['e1 failed']],
  [
    'a failed paper beside the one that counted',
    aStory({ evidence: [aCourse('2024-04-01', { passed: false }), aCourse('2024-04-02', { id: 'e2' })] }),
    '2024-05-01',
    'p1',
    ['e1 failed'],
  ],
  [
    'one revoked today',
    aStory({ evidence: [aCourse('2024-04-01', { revokedOn: '2024-05-01' })] }),
    '2024-05-01',
    'p1',
    ['e1 revoked 2024-05-01'],
  ],
  ['the day before, it counted', aStory({ evidence: [aCourse('2024-04-01', { revokedOn: '2024-05-01' })] }), '2024-04-30', 'p1', []],
  ['one of another day to come', aStory({ evidence: [aCourse('2024-05-02')] }), '2024-05-01', 'p1', ['e1 notYet']],
  ['another topic is not even mentioned', aStory({ evidence: [aCourse('2024-04-01', { topic: 'extra' })] }), '2024-05-01', 'p1', []],
  ['nor another kind', aStory({ evidence: [aCourse('2024-04-01', { kind: 'drill' })] }), '2024-05-01', 'p1', []],
  [
    'nor somebody else’s',
    aStory({
      people: [
        { id: 'p1', mergedInto: null },
        { id: 'p2', mergedInto: null },
      ],
      evidence: [aCourse('2024-04-01', { subject: 'p2' })],
    }),
    '2024-05-01',
    'p1',
    [],
  ],
  [
    'that of a merged record is',
    aStory({
      people: [
        { id: 'p1', mergedInto: null },
        { id: 'p2', mergedInto: 'p1' },
      ],
      evidence: [aCourse('2024-04-01', { subject: 'p2', passed: false })],
    }),
    '2024-05-01',
    'p1',
    ['e1 failed'],
  ],
  [
    'one of another unit',
    aStory({ duties: [here], units: [aUnit(), aUnit({ id: 'u2' })], evidence: [aCourse('2024-04-01', { unit: 'u2' })] }),
    '2024-05-01',
    'p1',
    ['e1 otherUnit'],
  ],
  [
    'one without a unit',
    aStory({ duties: [here], evidence: [aCourse('2024-04-01', { unit: null })] }),
    '2024-05-01',
    'p1',
    ['e1 otherUnit'],
  ],
  [
    'where one entry asks for the unit and another does not, it counts',
    aStory({
      duties: [{ ...here, counts: [...here.counts, { kind: 'course', topic: '*', sameUnit: false }] }],
      evidence: [aCourse('2024-04-01', { unit: null })],
    }),
    '2024-05-01',
    'p1',
    [],
  ],
  [
    'a day too early for a gate',
    aStory({ duties: [gate], evidence: [aCourse('2023-02-28')] }),
    '2024-05-01',
    'k1',
    ['e1 tooEarly 2023-03-01'],
  ],
  ['on the first day of its look-back it counted', aStory({ duties: [gate], evidence: [aCourse('2023-03-01')] }), '2024-05-01', 'k1', []],
  [
    'a second one for a gate',
    aStory({ duties: [gate], evidence: [aCourse('2024-02-01'), aCourse('2024-02-02', { id: 'e2' })] }),
    '2024-05-01',
    'k1',
    ['e2 spare'],
  ],
  [
    'a second one of a once',
    aStory({ duties: [once], evidence: [aCourse('2010-02-01'), aCourse('2024-02-02', { id: 'e2' })] }),
    '2024-05-01',
    'p1',
    ['e2 spare'],
  ],
  [
    'of a half-year: earlier ones and a second one, newest first',
    aStory({ evidence: [aCourse('2023-12-31', { id: 'e0' }), aCourse('2024-02-01'), aCourse('2024-02-02', { id: 'e2' })] }),
    '2024-06-30',
    'p1',
    ['e2 spare', 'e0 earlierPeriod 2023-07-01 2023-12-31'],
  ],
  [
    'a day into the next half-year all of it is earlier',
    aStory({ evidence: [aCourse('2024-02-01')] }),
    '2024-07-01',
    'p1',
    ['e1 earlierPeriod 2024-01-01 2024-06-30'],
  ],
  [
    'a year that ran out yesterday',
    aStory({ duties: [rolling], evidence: [aCourse('2024-03-02')] }),
    '2025-03-02',
    'p1',
    ['e1 ranOut 2025-03-01'],
  ],
  ['on its last day it counted', aStory({ duties: [rolling], evidence: [aCourse('2024-03-02')] }), '2025-03-01', 'p1', []],
  [
    'one that a later one outlasts',
    aStory({ duties: [rolling], evidence: [aCourse('2024-03-02'), aCourse('2024-09-01', { id: 'e2' })] }),
    '2024-10-01',
    'p1',
    ['e1 outlasted'],
  ],
  [
    'one whose printed expiry adds nothing',
    aStory({ duties: [rolling], evidence: [aCourse('2024-03-02'), aCourse('2024-09-01', { id: 'e2', validThrough: '2024-12-31' })] }),
    '2024-10-01',
    'p1',
    ['e2 outlasted'],
  ],
  [
    'the same once all of it is over',
    aStory({ duties: [rolling], evidence: [aCourse('2024-03-02'), aCourse('2024-09-01', { id: 'e2', validThrough: '2024-12-31' })] }),
    '2025-06-01',
    'p1',
    ['e2 outlasted', 'e1 ranOut 2025-03-01'],
  ],
  [
    'the one before a renewal in its window, on its last day',
    aStory({ duties: [rolling], evidence: [aCourse('2024-03-02'), aCourse('2025-02-15', { id: 'e2' })] }),
    '2025-03-01',
    'p1',
    ['e1 outlasted'],
  ],
  [
    'and a day later',
    aStory({ duties: [rolling], evidence: [aCourse('2024-03-02'), aCourse('2025-02-15', { id: 'e2' })] }),
    '2025-03-02',
    'p1',
    ['e1 ranOut 2025-03-01'],
  ],
  [
    'everything while it is waived',
    aStory({ evidence: [aCourse('2024-04-01')], waivers: [{ duty: 'd', subject: 'p1', from: '2024-04-01', through: '2024-05-01' }] }),
    '2024-05-01',
    'p1',
    ['e1 waived'],
  ],
  [
    'and nothing of somebody who is not bound',
    aStory({ posts: [aPost({ to: '2024-04-30' })], evidence: [aCourse('2024-04-01')] }),
    '2024-05-01',
    'p1',
    [],
  ],
]

describe('evidence that did not count', () => {
  it.each(table)('tells of %s', (_what, story, on, subject, expected) => {
    expect(told(story, on, subject)).toEqual(expected)
  })

  it('says of a missed half-year which earlier one still shapes its date', () => {
    const facts = scenarioOf(
      aStory({ posts: [aPost({ from: '2022-01-01' })], evidence: [aCourse('2022-03-01'), aCourse('2023-03-01', { id: 'e2' })] }),
    )
    expect(othersIn(facts, 'd', 'p1', dayOf('2024-03-01')).map(({ piece, bears }) => [piece.id, bears])).toEqual([
      ['e2', true],
      ['e1', false],
    ])
  })

  it('judges a post that begins later for its first day, with what is known on the day of asking', () => {
    const facts = scenarioOf(aStory({ duties: [gate], evidence: [aCourse('2024-02-20', { revokedOn: '2024-02-25' })] }))
    const index = indexFacts(facts)
    const reasons = (known: string) => otherPieces(askedAbout(index, 'd', 'k1', dayOf('2024-03-01'), dayOf(known))).map(inWords)
    expect(reasons('2024-02-19')).toEqual(['e1 notYet'])
    expect(reasons('2024-02-24')).toEqual([])
    expect(reasons('2024-02-25')).toEqual(['e1 revoked 2024-02-25'])
  })
})

/** Everyone whose records a subject's evidence may be filed under. */
function recordsOf(facts: Scenario, subject: string): ReadonlySet<string> {
  const owner = facts.posts.find(({ id }) => id === subject)?.person ?? subject
  const into = new Map(facts.people.map(({ id, mergedInto }) => [id, mergedInto]))
  const endOf = (id: string): string => {
    const next = into.get(id)
    return next === null || next === undefined ? id : endOf(next)
  }
  const family = facts.people.filter(({ id }) => endOf(id) === endOf(owner)).map(({ id }) => id)
  return new Set([owner, ...family])
}

describe('whatever the facts', () => {
  it('every fitting piece counted, or is told of once; and one that bears nothing may go without a trace', () => {
    fc.assert(
      fc.property(randomScenario, (story) => {
        const facts = scenarioOf(story)
        const index = indexFacts(facts)
        for (const question of facts.ask) {
          if (!('duty' in question)) continue
          const { duty, subject, on } = question
          const standing = standingOf(index, duty, subject, on)
          const others = otherPieces(askedAbout(index, duty, subject, on))
          const owners = recordsOf(facts, subject)
          const counts = facts.duties.find(({ id }) => id === duty)?.counts ?? []
          const fitting = facts.evidence.filter(
            (piece) =>
              owners.has(piece.subject) &&
              counts.some(({ kind, topic }) => kind === piece.kind && (topic === '*' || topic === piece.topic)),
          )
          const expected = standing.standing === 'unbound' ? [] : fitting.map(({ id }) => id).filter((id) => id !== standing.by)
          expect(others.map(({ piece }) => piece.id).sort()).toEqual(expected.sort())
          for (const { piece, bears } of others) {
            if (bears) continue
            const without = indexFacts({ ...facts, evidence: facts.evidence.filter((kept) => kept !== piece) })
            expect(standingOf(without, duty, subject, on)).toEqual(standing)
          }
        }
      }),
      settings,
    )
  })

  it('only what once counted for a period or a reach can bear on the date', () => {
    fc.assert(
      fc.property(randomScenario, (story) => {
        const facts = scenarioOf(story)
        const index = indexFacts(facts)
        for (const question of facts.ask) {
          if (!('duty' in question)) continue
          for (const { bears, reason } of otherPieces(askedAbout(index, question.duty, question.subject, question.on)))
            if (bears) expect(['earlierPeriod', 'ranOut', 'outlasted']).toContain(reason.kind)
        }
      }),
      settings,
    )
  })
})
