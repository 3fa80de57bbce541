import { describe, expect, it } from 'vitest'
import { dutiesBinding, indexFacts, standingOf } from '../../../app/domain/duties/standing'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, scenarioOf, stands } from './stories'

const rolling = (parts = {}) => aDuty({ cadence: { kind: 'rolling', every: 'P6M', opens: 'P30D', first: 'P0D', ...parts } })
const once = (within: string) => aDuty({ cadence: { kind: 'once', within } })
const gate = (lookback: string) => aDuty({ binds: 'post', cadence: { kind: 'gate', lookback } })

describe('someone who trains every half-year', () => {
  it.each([
    ['2024-12-01', 'due 2024-12-31'],
    ['2024-12-02', 'due 2025-06-30'],
  ])('and is hired on %s is %s', (from, expected) => expect(stands(aStory({ posts: [aPost({ from })] }), '2024-12-31')).toBe(expected))

  it.each([
    ['2024-02-29', 'unbound'],
    ['2024-03-01', 'due 2024-06-30'],
    ['2024-06-30', 'due 2024-06-30'],
    ['2024-07-01', 'overdue 2024-06-30'],
    ['2024-08-09', 'overdue 2024-06-30'],
    ['2024-08-10', 'met e1 2024-12-31'],
    ['2024-12-31', 'met e1 2024-12-31'],
    ['2025-01-01', 'due 2025-06-30'],
  ])('and skipped the first half stands on %s: %s', (on, expected) =>
    expect(stands(aStory({ evidence: [aCourse('2024-08-10')] }), on)).toBe(expected),
  )

  it('is idle when leaving before the half-year ends, and owes it when leaving on its last day', () => {
    expect(stands(aStory({ posts: [aPost({ to: '2024-06-29' })] }), '2024-06-01')).toBe('idle')
    expect(stands(aStory({ posts: [aPost({ to: '2024-06-30' })] }), '2024-06-01')).toBe('due 2024-06-30')
  })

  it('carries a half-year missed in an earlier spell into the next one', () => {
    const posts = [aPost({ to: '2024-06-30' }), aPost({ id: 'k2', from: '2024-08-01' })]
    expect(stands(aStory({ posts }), '2024-07-15')).toBe('unbound')
    expect(stands(aStory({ posts }), '2024-08-01')).toBe('overdue 2024-06-30')
  })

  it.each([
    ['2024-06-29', 'overdue 2024-06-30'],
    ['2024-06-30', 'due 2024-12-31'],
    ['2024-07-01', 'waived 2024-07-01'],
  ])('and is waived through %s stands on 1 July: %s', (through, expected) => {
    const waivers = [{ duty: 'd', subject: 'p1', from: '2024-06-01', through }]
    expect(stands(aStory({ waivers }), '2024-07-01')).toBe(expected)
  })

  it('counts the missed half-years back to the last that was met, waived or not owed, across spells', () => {
    const waivers = [{ duty: 'd', subject: 'p1', from: '2024-12-31', through: '2024-12-31' }]
    expect(stands(aStory(), '2026-01-01')).toBe('overdue 2024-06-30')
    expect(stands(aStory({ waivers }), '2026-01-01')).toBe('overdue 2025-06-30')
    expect(stands(aStory({ evidence: [aCourse('2024-07-01')] }), '2026-01-01')).toBe('overdue 2025-06-30')
    const apart = (from: string) => [aPost({ to: '2024-06-30' }), aPost({ id: 'k2', from })]
    expect(stands(aStory({ posts: apart('2024-12-01') }), '2025-01-01')).toBe('overdue 2024-06-30')
    expect(stands(aStory({ posts: apart('2024-12-02') }), '2025-07-01')).toBe('overdue 2025-06-30')
  })

  it('is not helped by a waiver that ends before the last day, even where another begins after it', () => {
    const waivers = [
      { duty: 'd', subject: 'p1', from: '2024-05-01', through: '2024-06-29' },
      { duty: 'd', subject: 'p1', from: '2024-07-01', through: '2024-07-05' },
    ]
    expect(stands(aStory({ waivers }), '2024-07-06')).toBe('overdue 2024-06-30')
  })

  it('is waived to the latest end of the waivers that hold the day; waivers are not chained', () => {
    const waivers = [
      { duty: 'd', subject: 'p1', from: '2024-05-01', through: '2024-05-20' },
      { duty: 'd', subject: 'p1', from: '2024-04-01', through: '2024-05-10' },
      { duty: 'd', subject: 'p1', from: '2024-05-21', through: '2024-06-15' },
    ]
    expect(stands(aStory({ waivers }), '2024-05-05')).toBe('waived 2024-05-20')
    expect(stands(aStory({ waivers }), '2024-05-21')).toBe('waived 2024-06-15')
  })
})

describe('a spell', () => {
  const split = (from: string) => [aPost({ from: '2024-01-01', to: '2024-06-09' }), aPost({ id: 'k2', from })]

  it('goes on where one post ends and another begins the day after, and is split by one day between them', () => {
    expect(stands(aStory({ posts: split('2024-06-10') }), '2024-06-15')).toBe('due 2024-06-30')
    expect(stands(aStory({ posts: split('2024-06-11') }), '2024-06-15')).toBe('due 2024-12-31')
  })

  it('goes on across units and traits', () => {
    const duties = [aDuty({ traits: ['gathering', 'chemicals'] })]
    const units = [
      aUnit({
        traits: [
          { trait: 'chemicals', from: '2024-01-01', to: '2024-05-31' },
          { trait: 'gathering', from: '2024-06-01', to: '2024-06-09' },
        ],
      }),
      aUnit({ id: 'u2', traits: [{ trait: 'gathering', from: '2000-01-01', to: null }] }),
    ]
    const posts = [aPost({ from: '2024-01-01', to: '2024-12-01' }), aPost({ id: 'k2', unit: 'u2', from: '2024-06-10' })]
    expect(stands(aStory({ duties, units, posts }), '2024-06-15')).toBe('due 2024-06-30')
  })

  it('of a person covers the posts of everyone merged into her, whatever order they come in', () => {
    const people = [
      { id: 'p1', mergedInto: 'p2' },
      { id: 'p2', mergedInto: 'p3' },
      { id: 'p3', mergedInto: null },
    ]
    const posts = [aPost({ id: 'k2', person: 'p3', from: '2024-06-10' }), aPost({ from: '2024-01-01', to: '2024-06-09' })]
    for (const subject of ['p1', 'p2', 'p3']) {
      expect(stands(aStory({ people, posts }), '2024-06-15', subject)).toBe('due 2024-06-30')
      expect(stands(aStory({ people: [...people].reverse(), posts }), '2024-06-15', subject)).toBe('due 2024-06-30')
    }
  })
})

describe('a certificate that runs out', () => {
  it.each([
    ['2025-02-27', 'met e1 2025-02-27'],
    ['2025-02-28', 'overdue 2025-02-27'],
  ])('and was earned on 31 August stands on %s: %s', (on, expected) =>
    expect(stands(aStory({ duties: [rolling()], evidence: [aCourse('2024-08-31')] }), on)).toBe(expected),
  )

  it.each([
    ['2025-01-27', 'met e2 2025-07-26'],
    ['2025-01-28', 'met e2 2025-08-30'],
    ['2025-02-27', 'met e2 2025-08-30'],
    ['2025-02-28', 'met e2 2025-08-27'],
  ])('renewed on %s: %s', (on, expected) => {
    const evidence = [aCourse('2024-08-31'), aCourse(on, { id: 'e2' })]
    expect(stands(aStory({ duties: [rolling()], evidence }), '2025-03-01')).toBe(expected)
  })

  it('comes back when the one that replaced it is revoked', () => {
    const evidence = [aCourse('2024-08-31'), aCourse('2024-12-01', { id: 'e2', revokedOn: '2025-01-10' })]
    const story = aStory({ duties: [rolling()], evidence })
    expect(stands(story, '2025-01-09')).toBe('met e2 2025-05-31')
    expect(stands(story, '2025-01-10')).toBe('met e1 2025-02-27')
  })

  it('is due from its own end where the first days have passed, and not before them', () => {
    const duties = [rolling({ first: 'P1Y' })]
    expect(stands(aStory({ duties, evidence: [aCourse('2024-03-01')] }), '2024-09-01')).toBe('due 2025-03-01')
    expect(stands(aStory({ duties, evidence: [aCourse('2024-08-31')] }), '2025-03-02')).toBe('overdue 2025-03-01')
  })

  it('is renewed from the day after a printed expiry', () => {
    const evidence = [aCourse('2024-04-01', { validThrough: '2024-12-30' }), aCourse('2024-12-15', { id: 'e2' })]
    expect(stands(aStory({ duties: [rolling()], evidence }), '2025-01-01')).toBe('met e2 2025-06-29')
  })
})

describe('once in a lifetime', () => {
  it.each([
    ['2024-05-31', 'due 2024-06-01'],
    ['2024-06-01', 'due 2024-06-01'],
    ['2024-06-02', 'overdue 2024-06-01'],
  ])('within three months of 1 March stands on %s: %s', (on, expected) =>
    expect(stands(aStory({ duties: [once('P3M')] }), on)).toBe(expected),
  )

  it('is met by something much older, and by the first of two of the same day, by code unit', () => {
    const evidence = [aCourse('1999-01-01', { id: 'ﬁ' }), aCourse('1999-01-01', { id: '😀' })]
    expect(stands(aStory({ duties: [once('P0D')], evidence }), '2024-03-01')).toBe('met 😀')
  })
})

describe('before the work begins', () => {
  it.each([
    ['2024-01-30', 'overdue 2024-04-15'],
    ['2024-01-31', 'met e1'],
    ['2024-05-01', 'met e1'],
  ])('evidence of %s at a look-back of a month from 29 February: %s', (on, expected) => {
    const duties = [{ ...gate('P29D'), from: '2024-04-15' }]
    const story = aStory({ duties, posts: [aPost({ from: '2024-02-29' })], evidence: [aCourse(on)] })
    expect(stands(story, '2024-05-01', 'k1')).toBe(expected)
  })

  it("a person's waiver does not waive a post's duty", () => {
    const waivers = [{ duty: 'd', subject: 'p1', from: '2024-01-01', through: '2024-12-31' }]
    expect(stands(aStory({ duties: [gate('P0D')], waivers }), '2024-03-01', 'k1')).toBe('overdue 2024-03-01')
  })
})

describe('two posts in two units', () => {
  const duties = [{ ...once('P0D'), counts: [{ kind: 'course', topic: '*', sameUnit: true }] }]
  const units = [aUnit(), aUnit({ id: 'u2' })]
  const posts = [aPost({ to: '2024-06-30' }), aPost({ id: 'k2', unit: 'u2', from: '2024-05-01' })]
  const story = aStory({ duties, units, posts, evidence: [aCourse('2024-03-02'), aCourse('2024-05-02', { id: 'e2', unit: 'u2' })] })

  it('each lend their unit while they bind, and the unit of a post that has ended lends nothing', () => {
    expect(stands(story, '2024-05-01')).toBe('met e1')
    expect(stands(story, '2024-06-30')).toBe('met e1')
    expect(stands(story, '2024-07-01')).toBe('met e2')
  })

  it('bind the person and each post, and are listed as such', () => {
    const index = indexFacts(scenarioOf(story))
    expect(dutiesBinding(index, 'person', 'p1', dayOf('2024-03-01'))).toEqual(['d'])
    expect(dutiesBinding(index, 'person', 'p1', dayOf('2024-02-29'))).toEqual([])
    expect(dutiesBinding(index, 'post', 'k1', dayOf('2024-03-01'))).toEqual([])
    expect(dutiesBinding(index, 'unit', 'p1', dayOf('2024-03-01'))).toEqual([])
    expect(dutiesBinding(index, 'unit', 'nobody', dayOf('2024-03-01'))).toEqual([])
  })

  it('throw for ids that are not there, and for a subject the duty does not bind', () => {
    const index = indexFacts(scenarioOf(story))
    expect(() => standingOf(index, 'x', 'p1', dayOf('2024-03-01'))).toThrow('there is no duty x')
    expect(() => standingOf(index, 'd', 'x', dayOf('2024-03-01'))).toThrow('there is no subject x')
    expect(() => standingOf(index, 'd', 'u1', dayOf('2024-03-01'))).toThrow('does not bind a unit')
  })
})
