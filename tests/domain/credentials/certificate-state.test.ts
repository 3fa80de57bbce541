import { describe, expect, it } from 'vitest'
import { certificateState, isOverdueFor } from '~/domain/credentials/certificate-state'
import { type Facts, indexFacts } from '~/domain/duties/standing'
import { type Day, parseDay } from '~/domain/shared/day'
import { parsePeriod } from '~/domain/shared/period'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const period = (text: string) => {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

describe('what a stranger is told', () => {
  it.each([
    ['nothing speaks against it', {}, { state: 'valid' }],
    ['a duty it serves is overdue', { overdue: true }, { state: 'expired', because: 'overdue' }],
    ['its holder has left the post', { left: true }, { state: 'expired', because: 'left' }],
    ['she left, and something is overdue', { left: true, overdue: true }, { state: 'expired', because: 'left' }],
    ['there is a later one', { superseded: true, overdue: true }, { state: 'superseded' }],
    ['it was revoked', { revoked: true, superseded: true, left: true, overdue: true }, { state: 'revoked' }],
  ])('%s', (_, facts, state) => {
    expect(certificateState({ revoked: false, superseded: false, left: false, overdue: false, ...facts })).toEqual(state)
  })
})

const facts: Facts = {
  duties: [
    {
      id: 'gate',
      binds: 'post',
      positions: ['welder'],
      traits: [],
      bars: false,
      from: day('2002-05-01'),
      to: null,
      counts: [{ kind: 'course', topic: 'pre-job-welder', sameUnit: true }],
      cadence: { kind: 'gate', lookback: period('P3M') },
    },
    {
      id: 'half-year',
      binds: 'person',
      positions: ['*'],
      traits: ['public-assembly'],
      bars: false,
      from: day('2002-05-01'),
      to: null,
      counts: [{ kind: 'course', topic: 'basics', sameUnit: false }],
      cadence: { kind: 'calendar', every: 'P6M', lead: period('P30D') },
    },
  ],
  units: [
    { id: 'market', from: day('2020-01-01'), to: null, traits: [{ trait: 'public-assembly', from: day('2020-01-01'), to: null }] },
    { id: 'office', from: day('2020-01-01'), to: null, traits: [] },
  ],
  people: [{ id: 'li', mergedInto: null }],
  posts: [
    { id: 'li-market', person: 'li', unit: 'market', position: 'welder', from: day('2026-03-01'), to: null },
    { id: 'li-office', person: 'li', unit: 'office', position: 'welder', from: day('2026-03-01'), to: null },
  ],
  evidence: [
    ...['pre-job-welder', 'basics'].map((topic) => ({
      id: topic,
      kind: 'course',
      topic,
      subject: 'li',
      unit: 'market',
      on: day('2026-02-20'),
      passed: true,
      validThrough: null,
      revokedOn: null,
    })),
  ],
  waivers: [],
}
const topics = [
  { kind: 'course', topic: 'pre-job-welder' },
  { kind: 'course', topic: 'basics' },
]

describe('today’s standing of a certificate', () => {
  const index = indexFacts(facts)
  it.each([
    ['valid in the half-year in which it was passed', 'li-market', '2026-06-30', false],
    ['still valid while the next half-year can be done', 'li-market', '2026-12-31', false],
    ['expired when a half-year went by without training', 'li-market', '2027-01-01', true],
    ['the yearly duty of the market does not touch the office', 'li-office', '2027-01-01', true],
  ])('%s', (_, post, on, overdue) => {
    expect(isOverdueFor(index, topics, [post], day(on))).toBe(overdue)
  })

  it('only counts duties that this certificate’s own training serves', () => {
    expect(isOverdueFor(index, [{ kind: 'course', topic: 'pre-job-welder' }], ['li-market'], day('2027-01-01'))).toBe(false)
  })

  it('has nothing to say about a post that is unknown', () => {
    expect(isOverdueFor(index, topics, ['gone'], day('2027-01-01'))).toBe(false)
  })
})
