import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsTo, timelineOf } from '~/domain/drills/timeline'
import type { Entry, Said } from '~/domain/rollcall/event'

const nine = Date.parse('2026-11-23T09:00:00+08:00')
const roles = { commanders: ['chief'], marshals: ['wang'] }
const uuid = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
const entry = (nth: number, said: Said, seconds: number, by = 'chief'): Entry => {
  const at = nine + seconds * 1000
  return { id: uuid(nth), device: `phone-of-${by}`, nth, clock: at, offset: 0, heard: null, by, said, at, received: at }
}
const mark = (nth: number, name: string, seconds: number, zone = '', by = 'chief') =>
  entry(nth, { kind: 'mark', mark: name, zone }, seconds, by)

describe('the timeline of a drill', () => {
  it('begins with the alarm and counts from there', () => {
    const line = timelineOf([mark(2, 'evacuation', 70), mark(1, 'alarm', 0), mark(3, 'all-clear', 600)], roles)
    expect(line.marks.map((one) => one.mark)).toEqual(['alarm', 'evacuation', 'all-clear'])
    expect(secondsTo(line, 'evacuation')).toBe(70)
    expect(secondsTo(line, 'assembled')).toBeNull()
    expect(line).toMatchObject({ begins: nine, ends: nine + 600_000 })
  })

  it('keeps the first stamp of a moment, and each floor apart', () => {
    const line = timelineOf(
      [mark(1, 'alarm', 0), mark(2, 'cleared', 90, '2 楼', 'wang'), mark(3, 'cleared', 120, '3 楼'), mark(4, 'cleared', 150, '2 楼')],
      roles,
    )
    expect(line.marks.filter((one) => one.mark === 'cleared').map(({ zone, others }) => [zone, others])).toEqual([
      ['2 楼', 1],
      ['3 楼', 0],
    ])
  })

  it('forgets a stamp that was taken back, and takes the next', () => {
    const wrong = mark(1, 'alarm', 0)
    const line = timelineOf([wrong, mark(2, 'alarm', 30), entry(3, { kind: 'undo', of: wrong.id }, 31)], roles)
    expect(line.begins).toBe(nine + 30_000)
  })

  it('is the same in whatever order it is put together', () => {
    const names = fc.constantFrom('alarm', 'evacuation', 'cleared', 'all-clear', 'no-such-mark')
    const all = fc
      .array(fc.record({ name: names, seconds: fc.nat(300), zone: fc.constantFrom('', '2 楼'), takesBack: fc.boolean() }), {
        maxLength: 20,
      })
      .map((items) =>
        items.map(({ name, seconds, zone, takesBack }, nth) =>
          takesBack && nth > 0 ? entry(nth, { kind: 'undo', of: uuid(nth - 1) }, seconds) : mark(nth, name, seconds, zone),
        ),
      )
    fc.assert(
      fc.property(
        all.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }))),
        ([items, other]) => {
          expect(timelineOf([...other, ...items.slice(0, 3)], roles)).toEqual(timelineOf(items, roles))
        },
      ),
    )
  })
})
