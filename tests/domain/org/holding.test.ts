import { describe, expect, it } from 'vitest'
import { endingFault, holdingOn, overlaps, type Span } from '~/domain/org/holding'
import { staffingOn } from '~/domain/org/staffing'
import { type Day, parseDay } from '~/domain/shared/day'

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const span = (from: string, to: string | null = null): Span => ({ from: day(from), to: to === null ? null : day(to) })

describe('what is given to the holder of a post', () => {
  const guided = { span: span('2026-03-01', '2026-06-30'), post: span('2024-01-01', '2026-05-31') }
  it.each([
    ['2026-02-28', 'ahead'],
    ['2026-03-01', 'holds'],
    ['2026-05-31', 'holds'],
    ['2026-06-01', 'left'],
    ['2026-06-30', 'left'],
    ['2026-07-01', 'over'],
  ])('is on %s: %s', (on, state) => {
    expect(holdingOn(guided, day(on))).toBe(state)
  })

  it('ends once, not before it began and not in days to come', () => {
    const today = day('2026-03-10')
    const faults = (given: Span) => ['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11'].map((on) => endingFault(given, day(on), today))
    expect(faults(span('2026-03-01'))).toEqual(['beforeFirst', null, null, 'ahead'])
    expect(faults(span('2026-03-01', '2026-03-05'))).toEqual(['ended', 'ended', 'ended', 'ended'])
  })

  it('overlaps what shares one day with it', () => {
    expect(overlaps(span('2026-01-01', '2026-01-31'), span('2026-01-31'))).toBe(true)
    expect(overlaps(span('2026-01-01', '2026-01-31'), span('2026-02-01'))).toBe(false)
    expect(overlaps(span('2026-02-01'), span('2026-01-01', '2026-01-31'))).toBe(false)
    expect(overlaps(span('2026-01-01'), span('2030-01-01'))).toBe(true)
  })
})

describe('who is there on a day', () => {
  const places = [
    { id: 'c1', kind: 'community', parentId: 's' },
    { id: 'g1', kind: 'grid', parentId: 'c1' },
    { id: 'g2', kind: 'grid', parentId: 'c1' },
  ]
  const units = [
    { id: 'office', placeId: 's', traits: ['street-office'] },
    { id: 'committee', placeId: 'c1', traits: ['community'] },
    { id: 'grid-one', placeId: 'g1', traits: [] },
  ]
  const post = (unitId: string, position: string, from: string, to: string | null = null) => ({ unitId, position, ...span(from, to) })
  const posts = [
    post('grid-one', 'grid-worker', '2026-01-01', '2026-03-10'),
    post('committee', 'grid-worker', '2026-01-01'),
    post('committee', 'community-fire-staff', '2026-03-10'),
    post('committee', 'street-fire-staff', '2026-01-01'),
    post('office', 'village-committee', '2026-01-01'),
  ]
  const on = (text: string) => staffingOn(places, units, posts, day(text))

  it('counts a grid worker only at a unit in the grid, up to his last day, and tells of those tied to no grid', () => {
    expect(on('2026-03-10').grids).toEqual([
      { placeId: 'g1', workers: 1, above: 1 },
      { placeId: 'g2', workers: 0, above: 1 },
    ])
    expect(on('2026-03-11').grids.map(({ workers }) => workers)).toEqual([0, 0])
  })

  it('asks a street office and a community each for its own full-time staff, from the first day', () => {
    const staff = (text: string) =>
      on(text).units.flatMap(({ unitId, kind, staff: count }) => (kind === 'building' ? [] : [[unitId, count]]))
    expect(staff('2026-03-09')).toEqual([
      ['office', 0],
      ['committee', 0],
    ])
    expect(staff('2026-03-10')).toEqual([
      ['office', 0],
      ['committee', 1],
    ])
  })
})
