import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSecondCall } from '~/domain/rollcall/second-call'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 60 })

describe('the second call', () => {
  it('names different people of those asked, as many as wished, and never more than ten', () => {
    fc.assert(
      fc.property(fc.string(), ids, fc.nat(15), (seed, people, howMany) => {
        const drawn = drawSecondCall(seed, people, howMany)
        expect(drawn).toHaveLength(Math.min(howMany, people.length, 10))
        expect(new Set(drawn).size).toBe(drawn.length)
        for (const id of drawn) expect(people).toContain(id)
      }),
    )
  })

  it('is the same for the same seed and people, in whatever order and however often they come', () => {
    fc.assert(
      fc.property(
        fc.string(),
        ids.chain((people) => fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length }))),
        (seed, [people, shuffled]) => {
          expect(drawSecondCall(seed, [...shuffled, ...people], 5)).toEqual(drawSecondCall(seed, people, 5))
        },
      ),
    )
  })

  it('favours nobody: over many seeds everybody is named about as often, first and last places alike', () => {
    const people = Array.from({ length: 31 }, (_, nth) => `person-${nth}`)
    const rounds = 20_000
    const named = new Map<string, number>()
    const first = new Map<string, number>()
    for (let seed = 0; seed < rounds; seed += 1) {
      const drawn = drawSecondCall(`seed ${seed}`, people, 5)
      for (const id of drawn) named.set(id, (named.get(id) ?? 0) + 1)
      const [one = ''] = drawn
      first.set(one, (first.get(one) ?? 0) + 1)
    }
    const oddness = (counts: Map<string, number>, each: number) =>
      people.reduce((sum, id) => sum + ((counts.get(id) ?? 0) - each) ** 2 / each, 0)
    // Chi-square with 30 degrees of freedom: above 59.7 in one fair run of a thousand.
    expect(oddness(first, rounds / people.length)).toBeLessThan(59.7)
    expect(oddness(named, (rounds * 5) / people.length)).toBeLessThan(59.7)
  })

  it('is not told by the seed before: one letter changes the names', () => {
    const people = Array.from({ length: 200 }, (_, nth) => `person-${nth}`)
    expect(drawSecondCall('a', people, 5)).not.toEqual(drawSecondCall('b', people, 5))
  })
})
