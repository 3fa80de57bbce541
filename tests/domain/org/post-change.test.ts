import { describe, expect, it } from 'vitest'
import { personMergeFault } from '~/domain/org/person-merge'
import { type HeldPost, moveFault, startFault } from '~/domain/org/post-change'
import { type Day, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const post = (id: string, from: string, to: string | null, position = 'employee'): HeldPost => ({
  id,
  position,
  from: day(from),
  to: to === null ? null : day(to),
})

describe('the first day of a post, put right', () => {
  const held = post('k1', '2026-03-01', '2026-06-30')

  it.each([
    ['its last day', '2026-06-30', null],
    ['the day after it', '2026-07-01', 'afterEnd'],
    ['years before', '2020-01-01', null],
  ])('on %s', (_, from, fault) => {
    expect(startFault(held, day(from), [held])).toBe(fault)
  })

  it('does not reach into another post of the same position', () => {
    const earlier = post('k0', '2025-01-01', '2025-12-31')
    expect(startFault(held, day('2026-01-01'), [held, earlier])).toBeNull()
    expect(startFault(held, day('2025-12-31'), [held, earlier])).toBe('overlaps')
    expect(startFault(held, day('2025-12-31'), [held, post('k0', '2025-01-01', '2025-12-31', 'welder')])).toBeNull()
  })
})

describe('going on in another post', () => {
  const held = post('k1', '2026-03-01', null)
  const move = (from: string, position = 'welder', sameUnit = true) => ({ position, from: day(from), sameUnit })

  it.each([
    ['the day after the first', '2026-03-02', null],
    ['on the first day', '2026-03-01', 'notLater'],
    ['before it', '2026-02-28', 'notLater'],
  ])('%s', (_, from, fault) => {
    expect(moveFault(held, move(from), [held])).toBe(fault)
  })

  it('needs another position, or another unit', () => {
    expect(moveFault(held, move('2026-04-01', 'employee'), [held])).toBe('samePosition')
    expect(moveFault(held, move('2026-04-01', 'employee', false), [])).toBeNull()
  })

  it('starts from a post that lasts to the day before', () => {
    expect(moveFault(post('k1', '2026-03-01', '2026-03-31'), move('2026-04-01'), [])).toBeNull()
    expect(moveFault(post('k1', '2026-03-01', '2026-03-31'), move('2026-04-02'), [])).toBe('endedBefore')
  })

  it('is not into a post that she holds already', () => {
    expect(moveFault(held, move('2026-04-01'), [held, post('k2', '2026-01-01', null, 'welder')])).toBe('overlaps')
    expect(moveFault(held, move('2026-04-01'), [held, post('k2', '2026-01-01', '2026-03-31', 'welder')])).toBeNull()
  })
})

describe('two records that may be one', () => {
  const record = (id: string, parts: { mergedIntoId?: string; idHash?: string; grants?: number } = {}) => ({
    id,
    mergedIntoId: parts.mergedIntoId ?? null,
    idHash: parts.idHash ?? null,
    grants: parts.grants ?? 0,
  })

  it.each([
    ['two plain records', record('a'), record('b'), null],
    ['one and the same', record('a'), record('a'), 'same'],
    ['one that is gone already', record('a', { mergedIntoId: 'c' }), record('b'), 'merged'],
    ['into one that is gone already', record('a'), record('b', { mergedIntoId: 'a' }), 'merged'],
    ['two ID numbers', record('a', { idHash: '1' }), record('b', { idHash: '2' }), 'twoIdNumbers'],
    ['one ID number', record('a', { idHash: '1' }), record('b'), null],
    ['an account with rights', record('a', { grants: 1 }), record('b'), 'grants'],
    ['into an account with rights', record('a'), record('b', { grants: 1 }), null],
  ])('%s', (_, gone, kept, fault) => {
    expect(personMergeFault(gone, kept)).toBe(fault)
  })
})
