import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkInsOf, standingOf } from '~/domain/rollcall/arrival-standing'
import type { Entry, Said } from '~/domain/rollcall/event'
import type { Expected } from '~/domain/rollcall/expected'

const nine = Date.parse('2026-11-23T09:00:00Z')
const roles = { commanders: ['chief'], marshals: ['wang'] }
const zhao: Expected = { id: 'zhao', kind: 'person', name: '赵四', department: '', zone: '', count: null, help: '' }
let made = 0
const entry = (said: Said, by = 'wang', more: Partial<Entry> = {}): Entry => {
  made += 1
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  const at = nine + made * 1000
  return { id, device: `phone-of-${by}`, nth: made, clock: at, offset: 0, heard: null, at, received: at, by, said, ...more }
}
const scan = (doubt?: 'browser') =>
  entry({ kind: 'seen', who: 'zhao', way: 'code', zone: '', ...(doubt ? { doubt } : {}) }, 'zhao', { device: `station-ABCD-${made}` })
const of = (...entries: Entry[]) => checkInsOf(['zhao', 'zhao-again'], [zhao], entries, roles, nine)
const state = (...entries: Entry[]) => standingOf(of(...entries))?.state ?? null

describe('what somebody is told of his own check-in', () => {
  it('is nothing where nobody has seen him', () => {
    expect(state(entry({ kind: 'seen', who: 'qian', way: 'tick', zone: '' }))).toBeNull()
  })
  it('counts a scan and a tick, under each of his ids', () => {
    expect(of(scan())).toMatchObject([{ way: 'code', state: 'counted' }])
    expect(state(entry({ kind: 'seen', who: 'zhao-again', way: 'tick', zone: '' }))).toBe('counted')
  })
  it('waits for the commander, until he has said yes or no', () => {
    const doubtful = scan('browser')
    const said = (counts: boolean, by = 'chief') => entry({ kind: 'decided', of: doubtful.id, counts }, by)
    expect(state(doubtful)).toBe('waits')
    expect(state(doubtful, said(true, 'wang'))).toBe('waits')
    expect(state(doubtful, said(true))).toBe('counted')
    expect(state(doubtful, said(false))).toBe('refused')
  })
  it('shows what was taken back, and that a tick counts beside it', () => {
    const one = scan()
    const undone = entry({ kind: 'undo', of: one.id }, 'chief')
    expect(state(one, undone)).toBe('taken-back')
    expect(state(one, undone, entry({ kind: 'seen', who: 'zhao', way: 'tick', zone: '' }))).toBe('counted')
  })
  it('knows a stranger by his own scan, and not by a name that somebody typed', () => {
    const guest = (by: string, device: string) => entry({ kind: 'walk-in', name: '赵四', zone: '', doubt: 'stranger' }, by, { device })
    expect(checkInsOf(['zhao'], [], [guest('zhao', 'station-ABCD-1')], roles, nine)).toMatchObject([{ state: 'waits' }])
    expect(checkInsOf(['wang'], [], [guest('wang', 'phone-of-wang')], roles, nine)).toEqual([])
  })
  it('is the same in whatever order and however often entries come', () => {
    const doubtful = scan('browser')
    const all = [
      scan(),
      doubtful,
      entry({ kind: 'decided', of: doubtful.id, counts: true }, 'chief'),
      entry({ kind: 'undo', of: doubtful.id }, 'zhao'),
      entry({ kind: 'seen', who: 'zhao-again', way: 'tick', zone: '' }),
    ]
    const plain = of(...all)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all), (shuffled, more) => {
        expect(of(...more, ...shuffled)).toEqual(plain)
      }),
    )
  })
})
