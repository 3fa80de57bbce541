import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SerialRun, serialGaps, serialsIn } from '~/domain/credentials/serial-gaps'

const explained = (first: number, last: number) => ({ first, last, why: 'an old backup was put back' })
const numbersOf = (runs: readonly SerialRun[]) =>
  runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))

describe('a hole in the serials', () => {
  it('is open until somebody explains all of it', () => {
    const missing = [{ first: 5, last: 9 }]
    expect(serialGaps(missing, []).open).toEqual(missing)
    expect(serialGaps(missing, [explained(6, 7)]).open).toEqual([
      { first: 5, last: 5 },
      { first: 8, last: 9 },
    ])
    expect(serialGaps(missing, [explained(4, 6), explained(6, 20)]).open).toEqual([])
    expect(serialsIn(missing)).toBe(5)
  })

  it('keeps its explanation, which says what is still missing under it', () => {
    const [one] = serialGaps([{ first: 5, last: 9 }], [explained(1, 6)]).explained
    expect(one).toMatchObject({ why: 'an old backup was put back', missing: [{ first: 5, last: 6 }] })
    expect(serialGaps([], [explained(1, 6)]).explained[0]?.missing).toEqual([])
  })

  it('loses no serial: what is open and what is explained is what is missing', () => {
    const run = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 8 }))
      .map(([first, more]) => ({ first, last: first + more }))
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.array(run, { maxLength: 5 }), (lost, explanations) => {
        const missing = lost.map((serial) => ({ first: serial, last: serial })).sort((one, other) => one.first - other.first)
        const { open, explained: told } = serialGaps(missing, explanations)
        const under = new Set(told.flatMap((one) => numbersOf(one.missing)))
        const left = numbersOf(open)
        expect(left.filter((serial) => under.has(serial))).toEqual([])
        expect([...left, ...under].sort((one, other) => one - other)).toEqual([...lost].sort((one, other) => one - other))
      }),
    )
  })
})
