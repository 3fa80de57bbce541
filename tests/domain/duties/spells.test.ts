import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addOverlap, joined, overlap, overlapAlone, type Spell, type Spells, spellAt } from '../../../app/domain/duties/spells'
import { addDays } from '../../../app/domain/shared/day'
import { dayOf } from './stories'

const start = dayOf('2025-01-01')
const days = Array.from({ length: 40 }, (_, nth) => addDays(start, nth))

/** Runs in any order, some of them ended before they began. */
const run = fc
  .record({ from: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: -8, max: 8 }) })
  .map(({ from, length }): Spell => ({ first: addDays(start, from), last: addDays(start, from + length) }))
const runs = fc.array(run, { maxLength: 7 })
const heldBy = (all: readonly Spell[]) => days.filter((day) => all.some(({ first, last }) => first <= day && day <= last))
const spelledBy = (spells: Spells) => days.filter((day) => spellAt(spells, day) !== null)

describe('runs of days', () => {
  it('hold, joined, the days that any of them holds, and lie apart in order', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const spells = joined(all)
        expect(spelledBy(spells)).toEqual(heldBy(all))
        for (const [nth, { first, last }] of spells.entries()) {
          expect(first).toBeLessThanOrEqual(last)
          const before = spells[nth - 1]
          if (before !== undefined) expect(first).toBeGreaterThan(addDays(before.last, 1))
        }
      }),
    )
  })

  it('overlap on the days that both hold, also where a span ends before it begins', () => {
    fc.assert(
      fc.property(run, runs, (span, all) => {
        const spells = joined(all)
        const both = heldBy([span]).filter((day) => heldBy(all).includes(day))
        const added: Spell[] = []
        addOverlap(added, span, spells)
        expect(spelledBy(added)).toEqual(both)
        expect(heldBy(added)).toEqual(both)
        expect(overlapAlone([span], span, spells)).toEqual(added)
        expect(overlap([span], spells)).toEqual(added)
      }),
    )
  })
})
