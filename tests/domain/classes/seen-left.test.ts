import { describe, expect, it } from 'vitest'
import type { Entry, Said } from '~/domain/rollcall/event'
import { seenLeftOf } from '~/domain/rollcall/seen-left'

const nine = Date.parse('2026-11-24T09:00:00+08:00')
const minutes = (count: number): number => nine + count * 60_000
const wang = { id: 'wang', kind: 'person' as const, name: '王', department: '', zone: '', count: null, help: '' }
const roles = { commanders: ['leader'], marshals: ['organiser'] }
let made = 0
const entry = (said: Said, at: number, by = 'organiser', received = at): Entry => {
  made += 1
  return { id: `entry-${made}`, device: `phone-${made}`, nth: 0, clock: at, at, received, heard: null, offset: 0, by, said }
}
const seen = (at: number) => entry({ kind: 'seen', who: 'wang', way: 'tick', zone: '' }, at)
const left = (at: number, received = at) => entry({ kind: 'left', who: 'wang', zone: '' }, at, 'organiser', received)
const of = (...entries: Entry[]) => seenLeftOf([wang], entries, roles, null).get('wang')

describe('when somebody was seen and when he left', () => {
  it('is from the first time he was seen, in whatever order entries come', () => {
    expect(of()).toEqual({ at: null, leftAt: null })
    const [first, again] = [seen(minutes(1)), seen(minutes(30))]
    expect(of(again, first)).toEqual({ at: minutes(1), leftAt: null })
    expect(of(again, first, first)).toEqual({ at: minutes(1), leftAt: null })
  })

  it('ends when he leaves, unless he is seen again after it', () => {
    expect(of(seen(minutes(0)), left(minutes(60)))).toEqual({ at: minutes(0), leftAt: minutes(60) })
    expect(of(left(minutes(60)), seen(minutes(70)), seen(minutes(0)))).toEqual({ at: minutes(0), leftAt: null })
  })

  it('passes over what was taken back and what is in doubt', () => {
    const gone = left(minutes(60))
    expect(of(seen(minutes(0)), gone, entry({ kind: 'undo', of: gone.id }, minutes(61)))).toEqual({ at: minutes(0), leftAt: null })
    const late = left(minutes(60), minutes(200))
    expect(of(seen(minutes(0)), late)).toEqual({ at: minutes(0), leftAt: null })
    const decided = entry({ kind: 'decided', of: late.id, counts: true }, minutes(201), 'leader')
    expect(of(seen(minutes(0)), late, decided)).toEqual({ at: minutes(0), leftAt: minutes(60) })
  })

  it('says nothing of somebody who is not on the list', () => {
    expect(seenLeftOf([], [seen(minutes(0))], roles, null).size).toBe(0)
  })
})
