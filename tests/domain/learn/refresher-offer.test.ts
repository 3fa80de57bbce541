import { describe, expect, it } from 'vitest'
import type { Duty, Evidence, Facts, Post } from '~/domain/duties/facts'
import { indexFacts } from '~/domain/duties/standing'
import { passedPosts, refresherOffer } from '~/domain/learn/refresher-offer'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { parsePeriod } from '~/domain/shared/period'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const period = (text: string) => parsePeriod(text) ?? { years: 0, months: 0, days: 0 }
const counts = ['basics', 'refresher'].map((topic) => ({ kind: 'course', topic, sameUnit: false }))
const training = (id: string, every: 'P6M' | 'P1Y', traits: string[]): Duty => ({
  id,
  binds: 'person',
  positions: ['*'],
  traits,
  bars: false,
  from: day('2002-05-01'),
  to: null,
  counts,
  cadence: { kind: 'calendar', every, lead: period('P30D') },
})
const gate = (position: string): Duty => ({
  ...training(`pre-job-${position}`, 'P1Y', []),
  binds: 'post',
  positions: [position],
  counts: [{ kind: 'course', topic: `pre-job-${position}`, sameUnit: true }],
  cadence: { kind: 'gate', lookback: period('P3M') },
})
const duties = [gate('employee'), gate('welder'), training('half', 'P6M', ['public-assembly']), training('year', 'P1Y', ['key-unit'])]
const terms = { duties: new Set(['half', 'year']), gates: new Set(['pre-job-employee', 'pre-job-welder']) }

const post = (id: string, unit: string, from: string, position = 'employee', to: string | null = null): Post => ({
  id,
  person: 'li',
  unit,
  position,
  from: day(from),
  to: to === null ? null : day(to),
})
let serial = 0
const piece = (topic: string, on: string, unit = 'hotel'): Evidence => {
  serial += 1
  return { id: `e${serial}`, kind: 'course', topic, subject: 'li', unit, on: day(on), passed: true, validThrough: null, revokedOn: null }
}
const unit = (id: string, trait: string) => ({
  id,
  from: day('2020-01-01'),
  to: null,
  traits: [{ trait, from: day('2020-01-01'), to: null }],
})

/** What is offered on a day, in plain words. */
function offered(on: string, posts: Post[], evidence: Evidence[]) {
  const facts: Facts = {
    duties,
    units: [unit('hotel', 'public-assembly'), unit('plant', 'key-unit'), unit('shed', 'warehouse')],
    people: [{ id: 'li', mergedInto: null }],
    posts,
    evidence,
    waivers: [],
  }
  const ids = posts.map(({ id }) => id)
  const offer = refresherOffer(indexFacts(facts), ids, terms, day(on))
  if (offer.kind === 'later') return `${offer.dutyId} from ${formatDay(offer.opens)}`
  if (offer.kind !== 'open') return offer.kind
  const { first, last } = offer.period
  const overdue = offer.overdueSince === null ? '' : `, overdue since ${formatDay(offer.overdueSince)}`
  return `${offer.dutyId} ${formatDay(first)}…${formatDay(last)} at ${offer.post.id}${overdue}`
}

const hotel = post('k1', 'hotel', '2025-02-01')
const course = [piece('pre-job-employee', '2025-01-30'), piece('basics', '2025-01-30')]

describe('a refresher of the half-year', () => {
  it('is open from the first day of the half-year to its last', () => {
    const met = [...course, piece('refresher', '2025-12-20')]
    expect(offered('2025-12-31', [hotel], met)).toBe('half from 2026-01-01')
    expect(offered('2026-01-01', [hotel], met)).toBe('half 2026-01-01…2026-06-30 at k1')
    expect(offered('2026-06-30', [hotel], met)).toBe('half 2026-01-01…2026-06-30 at k1')
    expect(offered('2026-07-01', [hotel], met)).toBe('half 2026-07-01…2026-12-31 at k1, overdue since 2026-07-01')
  })

  it('is over with a pass in May until June ends, and owed again in July; the pass in May does nothing for July', () => {
    const passed = [...course, piece('refresher', '2025-08-01'), piece('refresher', '2026-05-10')]
    expect(offered('2026-05-09', [hotel], passed)).toBe('half 2026-01-01…2026-06-30 at k1')
    expect(offered('2026-05-10', [hotel], passed)).toBe('half from 2026-07-01')
    expect(offered('2026-06-30', [hotel], passed)).toBe('half from 2026-07-01')
    expect(offered('2026-07-01', [hotel], passed)).toBe('half 2026-07-01…2026-12-31 at k1')
  })

  it('handed in on 1 July counts for July: June stays missed, the second half is met', () => {
    const before = [...course, piece('refresher', '2025-08-01')]
    expect(offered('2026-07-01', [hotel], before)).toContain('overdue since 2026-07-01')
    expect(offered('2026-07-01', [hotel], [...before, piece('refresher', '2026-07-01')])).toBe('half from 2027-01-01')
  })

  it('is not offered for a half-year that somebody who joined late does not owe: a pass would not count for the next', () => {
    const late = post('k1', 'hotel', '2026-06-10')
    const passedBefore = [piece('pre-job-employee', '2026-06-09')]
    expect(offered('2026-06-10', [late], passedBefore)).toBe('half from 2026-07-01')
    expect(offered('2026-07-01', [late], passedBefore)).toBe('half 2026-07-01…2026-12-31 at k1')
  })

  it('gives way to the whole course while that is still to be done for one of the posts', () => {
    expect(offered('2026-03-01', [hotel], [])).toBe('course')
    expect(offered('2026-03-01', [hotel, post('k2', 'plant', '2026-02-01', 'welder')], course)).toBe('course')
  })

  it('is one round for two posts, led by the shorter interval, at the post that asks for it', () => {
    const posts = [post('k0', 'plant', '2024-01-10'), hotel]
    const passed = [piece('pre-job-employee', '2024-01-02', 'plant'), ...course, piece('refresher', '2025-09-01')]
    expect(offered('2026-03-01', posts, passed)).toBe('half 2026-01-01…2026-06-30 at k1')
    expect(offered('2026-03-02', posts, [...passed, piece('refresher', '2026-03-01')])).toBe('half from 2026-07-01')
  })

  it('is nobody’s who owes no such training, or only at a post that has ended or has not begun', () => {
    const shed = post('k1', 'shed', '2025-02-01')
    expect(offered('2026-03-01', [shed], [piece('pre-job-employee', '2025-01-30', 'shed')])).toBe('none')
    expect(offered('2026-03-01', [post('k1', 'hotel', '2025-02-01', 'employee', '2026-02-28')], course)).toBe('none')
    expect(offered('2026-03-01', [post('k1', 'hotel', '2026-03-02')], [piece('pre-job-employee', '2026-03-01')])).toBe('none')
  })

  it('is not announced for after the last day of the post', () => {
    const leaves = post('k1', 'hotel', '2025-02-01', 'employee', '2026-06-30')
    expect(offered('2026-05-10', [leaves], [...course, piece('refresher', '2025-08-01'), piece('refresher', '2026-05-10')])).toBe('none')
  })
})

describe('the posts for which the course is done', () => {
  it('are those whose gate is met, not the others', () => {
    const posts = [hotel, post('k2', 'plant', '2026-02-01', 'welder')]
    const facts = {
      duties,
      units: [unit('hotel', 'public-assembly'), unit('plant', 'key-unit')],
      people: [{ id: 'li', mergedInto: null }],
      posts,
      evidence: course,
      waivers: [],
    }
    expect([...passedPosts(indexFacts(facts), ['k1', 'k2'], terms, day('2026-03-01'))]).toEqual(['k1'])
  })
})
