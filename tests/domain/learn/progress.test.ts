import { describe, expect, it } from 'vitest'
import { courseProgress, lessonDone, nextAfter } from '~/domain/learn/progress'

const lessons = [
  { id: 'one', minutes: 4 },
  { id: 'two', minutes: 5 },
  { id: 'three', minutes: 3 },
]

describe('a lesson counts', () => {
  it('when every piece is right and the video that is asked for was seen', () => {
    const asks = { pieces: ['a', 'b'], videos: ['film'] }
    expect(lessonDone(asks, { right: new Set(['a', 'b']), seen: new Set(['film']) })).toBe(true)
    expect(lessonDone(asks, { right: new Set(['a', 'b']), seen: new Set() })).toBe(false)
    expect(lessonDone(asks, { right: new Set(['a']), seen: new Set(['film']) })).toBe(false)
  })
})

describe('a course', () => {
  it('goes on with the first lesson that is not done', () => {
    expect(courseProgress(lessons, new Set())).toEqual({ done: 0, total: 3, next: 'one', minutesLeft: 12 })
    expect(courseProgress(lessons, new Set(['one', 'three']))).toEqual({ done: 2, total: 3, next: 'two', minutesLeft: 5 })
    expect(courseProgress(lessons, new Set(['one', 'two', 'three', 'elsewhere']))).toEqual({
      done: 3,
      total: 3,
      next: null,
      minutesLeft: 0,
    })
  })

  it('leads from a lesson to the next one not done, then to those skipped', () => {
    expect(nextAfter(lessons, new Set(['one']), 'one')).toBe('two')
    expect(nextAfter(lessons, new Set(['two', 'three']), 'three')).toBe('one')
    expect(nextAfter(lessons, new Set(['one', 'two', 'three']), 'three')).toBeNull()
  })
})
