import { describe, expect, it } from 'vitest'
import { acceptsAnswers, isDue, type PastAttempt, startVerdict } from '~/domain/exams/may-start'

const at = (time: string) => new Date(`2026-03-10T${time}Z`)
const open: PastAttempt = { id: 'open', startedAt: at('02:00:00'), deadlineAt: at('02:25:00'), closedAt: null, passed: null }
const failed: PastAttempt = { id: 'failed', startedAt: at('01:00:00'), deadlineAt: at('01:25:00'), closedAt: at('01:20:00'), passed: false }
const passed: PastAttempt = { ...failed, id: 'passed', passed: true }

describe('may she start a paper?', () => {
  it.each<[string, PastAttempt[], Date, object]>([
    ['nobody keeps a first comer waiting', [], at('02:00:00'), { kind: 'start' }],
    ['an open paper is gone on with', [failed, open], at('02:10:00'), { kind: 'resume', attemptId: 'open' }],
    ['an open paper lasts to its deadline', [open], at('02:25:00'), { kind: 'resume', attemptId: 'open' }],
    ['a paper past its deadline is not gone on with', [open], at('02:25:01'), { kind: 'close-first', attemptId: 'open' }],
    ['after failing there is a wait', [failed], at('01:49:59'), { kind: 'wait', until: at('01:50:00') }],
    ['the wait ends on the minute', [failed], at('01:50:00'), { kind: 'start' }],
    [
      'who has passed may take it again for the next period',
      [failed, { ...passed, closedAt: at('01:21:00') }],
      at('01:22:00'),
      { kind: 'start' },
    ],
    [
      'the newest failure counts',
      [{ ...failed, closedAt: at('01:30:00') }, failed],
      at('01:55:00'),
      { kind: 'wait', until: at('02:00:00') },
    ],
  ])('%s', (_, attempts, now, verdict) => {
    expect(startVerdict(attempts, 30, now)).toEqual(verdict)
  })
})

describe('the deadline', () => {
  it('takes answers up to its instant and none after', () => {
    expect(acceptsAnswers(open, at('02:25:00'))).toBe(true)
    expect(acceptsAnswers(open, new Date(at('02:25:00').getTime() + 1))).toBe(false)
    expect(acceptsAnswers({ ...open, closedAt: at('02:05:00') }, at('02:06:00'))).toBe(false)
  })

  it('closes only open papers, and only when it has passed', () => {
    expect(isDue(open, at('02:25:00'))).toBe(false)
    expect(isDue(open, at('02:25:01'))).toBe(true)
    expect(isDue(failed, at('05:00:00'))).toBe(false)
  })
})
