import { describe, expect, it } from 'vitest'
import { aCourse, aDuty, aPost, aStory, aUnit, mayWorkAt } from './stories'

const gate = aDuty({ id: 'g', binds: 'post', cadence: { kind: 'gate', lookback: 'P1Y' } })
const licence = aDuty({ id: 'l', bars: true, cadence: { kind: 'rolling', every: 'P1Y', opens: 'P60D', first: 'P0D' } })
const drill = aDuty({
  id: 'u',
  bars: true,
  binds: 'unit',
  positions: [],
  counts: [{ kind: 'drill', topic: '*', sameUnit: false }],
  cadence: { kind: 'once', within: 'P0D' },
})

describe('may this person work?', () => {
  it.each([
    ['2024-06-29', 'no g'],
    ['2024-06-30', 'no g'],
    ['2024-07-01', 'no'],
  ])('in a post that ends on 30 June, asked on %s: %s', (on, expected) =>
    expect(mayWorkAt(aStory({ duties: [gate], posts: [aPost({ to: '2024-06-30' })] }), on)).toBe(expected),
  )

  it.each([
    ['2024-02-09', 'no g'],
    ['2024-02-10', 'yes'],
    ['2024-02-19', 'yes'],
    ['2024-02-20', 'no g'],
    ['2024-03-01', 'no g'],
  ])('asked ahead on %s, with a course of 10 February revoked on the 20th: %s', (on, expected) =>
    expect(mayWorkAt(aStory({ duties: [gate], evidence: [aCourse('2024-02-10', { revokedOn: '2024-02-20' })] }), on)).toBe(expected),
  )

  it('asked ahead, a licence that runs out before the first day is missing', () => {
    const evidence = [aCourse('2023-02-01', { validThrough: '2024-02-29' })]
    expect(mayWorkAt(aStory({ duties: [licence], evidence }), '2024-02-15')).toBe('no l')
    expect(mayWorkAt(aStory({ duties: [licence], evidence: [aCourse('2023-02-01', { validThrough: '2024-03-01' })] }), '2024-02-15')).toBe(
      'yes',
    )
  })

  it('only duties that bind through this post keep her away, in input order', () => {
    const welder = { ...licence, id: 'w', positions: ['welder'] }
    const story = aStory({ duties: [drill, welder, gate], posts: [aPost(), aPost({ id: 'k2', position: 'welder' })] })
    expect(mayWorkAt(story, '2024-03-01')).toBe('no u g')
    expect(mayWorkAt(story, '2024-03-01', 'k2')).toBe('no u w g')
  })

  it('a drill of another unit does not help', () => {
    const evidence = [
      aCourse('2024-01-01', { kind: 'drill', subject: 'u2' }),
      aCourse('2024-04-01', { id: 'e2', kind: 'drill', subject: 'u1' }),
    ]
    const story = aStory({ duties: [drill], units: [aUnit(), aUnit({ id: 'u2' })], evidence })
    expect(mayWorkAt(story, '2024-03-31')).toBe('no u')
    expect(mayWorkAt(story, '2024-04-01')).toBe('yes')
  })

  it('waived on the first day is not in the way, though the question comes before', () => {
    const waivers = [{ duty: 'l', subject: 'p1', from: '2024-03-01', through: '2024-03-31' }]
    const story = aStory({ duties: [licence], waivers })
    expect(['2024-02-01', '2024-03-31', '2024-04-01'].map((on) => mayWorkAt(story, on))).toEqual(['yes', 'yes', 'no l'])
  })

  it('asked ahead, the same unit is that of the first day', () => {
    const trained = { ...licence, counts: [{ kind: 'course', topic: 'basics', sameUnit: true }] }
    const story = aStory({ duties: [trained], units: [aUnit(), aUnit({ id: 'u2' })] })
    expect(mayWorkAt({ ...story, evidence: [aCourse('2024-01-10')] }, '2024-02-10')).toBe('yes')
    expect(mayWorkAt({ ...story, evidence: [aCourse('2024-01-10', { unit: 'u2' })] }, '2024-02-10')).toBe('no l')
  })

  it('a duty that does not bar warns only', () => {
    expect(mayWorkAt(aStory({ duties: [aDuty()] }), '2030-01-01')).toBe('yes')
    expect(mayWorkAt(aStory({ duties: [aDuty({ bars: true })] }), '2030-01-01')).toBe('no d')
  })
})
