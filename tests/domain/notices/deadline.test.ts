import { describe, expect, it } from 'vitest'
import type { Cadence, Duty, Evidence, Post } from '~/domain/duties/facts'
import { requirementsOf } from '~/domain/duties/requirement'
import { indexFacts } from '~/domain/duties/standing'
import { deadlineOf, nearnessOf, soonWithin } from '~/domain/notices/deadline'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { parsePeriod } from '~/domain/shared/period'

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
function period(text: string) {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

const gate: Cadence = { kind: 'gate', lookback: period('P3M') }
const once: Cadence = { kind: 'once', within: period('P3M') }
const yearly: Cadence = { kind: 'calendar', every: 'P1Y', lead: period('P60D') }

type Wish = { cadence: Cadence; bars?: boolean; post?: Partial<Post>; passed?: string; printed?: string; waived?: string }

/** What is told on a day: how near, and the last day. */
function told(on: string, { cadence, bars = false, post, passed, printed, waived }: Wish): string | null {
  const duty: Duty = {
    ...{ id: 'd', binds: 'post', positions: ['*'], traits: [], bars, from: day('2002-05-01'), to: null, cadence },
    counts: [{ kind: 'course', topic: '*', sameUnit: false }],
  }
  const piece = { id: 'e', kind: 'course', topic: 't', subject: 'p', unit: 'u', passed: true, revokedOn: null }
  const evidence: Evidence[] =
    passed === undefined ? [] : [{ ...piece, on: day(passed), validThrough: printed === undefined ? null : day(printed) }]
  const index = indexFacts({
    duties: [duty],
    units: [{ id: 'u', from: day('2020-01-01'), to: null, traits: [] }],
    people: [{ id: 'p', mergedInto: null }],
    posts: [{ id: 'k', person: 'p', unit: 'u', position: 'employee', from: day('2026-01-10'), to: null, ...post }],
    evidence,
    waivers: waived === undefined ? [] : [{ duty: 'd', subject: 'k', from: day('2026-01-10'), through: day(waived) }],
  })
  const [requirement] = requirementsOf(index, 'k', day(on))
  const found = requirement === undefined ? null : deadlineOf(requirement, day(on), soonWithin)
  const near = found === null ? null : nearnessOf(found, day(on))
  return found === null || near === null ? null : `${near} ${formatDay(found.until)}`
}

describe('what somebody is told of a duty', () => {
  it.each([
    ['31 days before the year ends, nothing', '2026-11-30', { cadence: yearly }, null],
    ['30 days before, that it is soon', '2026-12-01', { cadence: yearly }, 'soon 2026-12-31'],
    ['8 days before, the same', '2026-12-23', { cadence: yearly }, 'soon 2026-12-31'],
    ['7 days before, that it is due', '2026-12-24', { cadence: yearly }, 'due 2026-12-31'],
    ['on the last day, the same', '2026-12-31', { cadence: yearly }, 'due 2026-12-31'],
    ['once it is done, nothing', '2026-12-24', { cadence: yearly, passed: '2026-12-20' }, null],
    ['in the new year, nothing for eleven months', '2027-01-05', { cadence: yearly, passed: '2026-12-20' }, null],
    ['the day after the deadline, that it is overdue', '2026-04-30', { cadence: once }, 'overdue 2026-04-10'],
    ['before a gate that is not passed, that it is overdue from the first day', '2026-01-10', { cadence: gate }, 'overdue 2026-01-10'],
    [
      'ahead of a post that begins in a month, that its gate is soon',
      '2026-01-01',
      { cadence: gate, post: { from: day('2026-01-31') } },
      'soon 2026-01-31',
    ],
    ['ahead of a post that begins later still, nothing', '2025-12-31', { cadence: gate, post: { from: day('2026-01-31') } }, null],
    ['what keeps from work, at once and however far its deadline', '2026-01-20', { cadence: once, bars: true }, 'due 2026-04-10'],
    ['while a waiver lasts long, nothing', '2026-03-01', { cadence: once, waived: '2026-12-31' }, null],
    [
      'when a waiver ends behind which it is overdue, its last day',
      '2026-12-20',
      { cadence: once, waived: '2026-12-31' },
      'soon 2026-12-31',
    ],
    ['at a post that has ended, nothing', '2026-06-01', { cadence: once, post: { to: day('2026-05-31') } }, null],
  ])('%s', (_what, on, wish, wanted) => expect(told(on, wish)).toBe(wanted))
})
