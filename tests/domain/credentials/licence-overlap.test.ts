import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SpannedCard, standsBeside } from '~/domain/credentials/licence-overlap'
import { type Day, ENDLESS, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => parseDay(text) ?? ENDLESS
const card = (more: Partial<SpannedCard> = {}): SpannedCard => ({
  kind: 'hot-work-special',
  item: '熔化焊接与热切割作业',
  level: null,
  direction: null,
  firstIssuedOn: null,
  validFrom: day('2023-06-15'),
  validTo: day('2026-06-14'),
  ...more,
})

describe('two cards of one person', () => {
  it.each<[string, Partial<SpannedCard>, boolean]>([
    ['the next one begins on the last day', { validFrom: day('2026-06-14'), validTo: null }, true],
    ['the next one begins on the day after', { validFrom: day('2026-06-15'), validTo: null }, false],
    ['the one before ended on the day before', { validFrom: day('2020-06-15'), validTo: day('2023-06-14') }, false],
    ['the one before ended on the first day', { validFrom: day('2020-06-15'), validTo: day('2023-06-15') }, true],
    ['no first day is printed, and it ended before', { validFrom: null, validTo: day('2023-06-14') }, false],
    ['no first day is printed, and it ends later', { validFrom: null, validTo: day('2029-06-14') }, true],
    ['the day of issue is all that is printed', { validFrom: null, firstIssuedOn: day('2026-06-15'), validTo: null }, false],
    ['another item', { item: '压力焊作业' }, false],
    ['the same item, spaced otherwise', { item: '熔化焊接与热切割 作业' }, true],
    ['another kind', { kind: 'electrician' }, false],
    ['another level', { level: 4 }, false],
    ['another direction', { direction: 'monitoring' }, false],
  ])('%s', (_what, more, expected) => {
    expect(standsBeside(card(), card(more))).toBe(expected)
    expect(standsBeside(card(more), card())).toBe(expected)
  })
  it('stand beside one another exactly where some day lies in both', () => {
    const some = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null })
    const at = (offset: number | null): Day | null => (offset === null ? null : day(`2026-01-${String(offset + 1).padStart(2, '0')}`))
    const spans = fc.record({ validFrom: some, validTo: some }).filter(({ validFrom, validTo }) => (validFrom ?? 0) <= (validTo ?? 12))
    const holds = ({ validFrom, validTo }: { validFrom: number | null; validTo: number | null }, offset: number) =>
      (validFrom ?? -1) <= offset && offset <= (validTo ?? 13)
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const days = Array.from({ length: 15 }, (_, nth) => nth - 1)
        const expected = days.some((offset) => holds(one, offset) && holds(other, offset))
        const made = (span: typeof one) => card({ validFrom: at(span.validFrom), validTo: at(span.validTo) })
        expect(standsBeside(made(one), made(other))).toBe(expected)
      }),
    )
  })
})
