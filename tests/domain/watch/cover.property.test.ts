import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Duty, Facts } from '~/domain/duties/facts'
import { indexForJob, jobDuty } from '~/domain/duties/job-fitness'
import { mayWork } from '~/domain/duties/may-work'
import { indexFacts } from '~/domain/duties/standing'
import { addDays, type Day, holdsDay, parseDay } from '~/domain/shared/day'
import { type CoverShift, uncoveredHours } from '~/domain/watch/cover'
import { fitDays } from '~/domain/watch/fit-days'
import { dayAt, startOf } from '~/domain/watch/minutes'
import { needOn, needsOf, type RuledRoom, type WatchRules } from '~/domain/watch/rules'

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const first = dayOf('2026-03-09')
const span = 4
const last = addDays(first, span - 1)
const people = ['p0', 'p1', 'p2', 'p3']

const base: Omit<Duty, 'id' | 'binds' | 'positions' | 'counts'> = {
  traits: [],
  bars: true,
  from: dayOf('2020-01-01'),
  to: null,
  cadence: { kind: 'once', within: { years: 0, months: 0, days: 0 } },
}
const certified: Duty = {
  ...base,
  id: 'certified',
  binds: 'post',
  positions: ['control-room-operator'],
  counts: [{ kind: 'licence', topic: 'level-4', sameUnit: false }],
}
/** A barring refresher: standing that runs out by itself. */
const refresher: Duty = {
  ...base,
  id: 'refresher',
  binds: 'person',
  positions: ['*'],
  counts: [{ kind: 'class', topic: 'refresher', sameUnit: false }],
  cadence: {
    kind: 'rolling',
    every: { years: 0, months: 0, days: 3 },
    opens: { years: 0, months: 0, days: 1 },
    first: { years: 0, months: 0, days: 400 },
  },
}
const job = { id: 'control-room-linkage', duties: [jobDuty(certified, null)], licences: [], ofPosts: [] }

const rules: WatchRules = {
  staffing: [{ id: 'two', people: 2, unitTraits: [], from: dayOf('2017-10-29'), to: null }],
  shifts: [],
  exceptions: [{ id: 'one', people: 1, jurisdictions: ['guangdong'], needs: ['remote-operable'], from: addDays(first, 1), to: null }],
  pause: 60,
}

const near = fc.integer({ min: -3, max: span + 2 }).map((offset) => addDays(first, offset))
const open = fc.option(near, { nil: null })
const held = fc.tuple(near, open).map(([from, to]) => ({ from: addDays(from, -3), to: to === null || to < from ? null : to }))
const postOf = (person: string) =>
  fc
    .array(held, { minLength: 0, maxLength: 2 })
    .map((spans) =>
      spans.map(({ from, to }, nth) => ({ id: `${person}-k${nth}`, person, unit: 'u', position: 'control-room-operator', from, to })),
    )
const pieceOf = (person: string) =>
  fc
    .array(fc.record({ on: near, kind: fc.constantFrom('licence', 'class'), validThrough: open, revokedOn: open, passed: fc.boolean() }), {
      maxLength: 4,
    })
    .map((pieces) =>
      pieces.map((piece, nth) => ({
        id: `${person}-e${nth}`,
        topic: piece.kind === 'licence' ? 'level-4' : 'refresher',
        subject: person,
        unit: null,
        ...piece,
      })),
    )
const scenario = fc.record({
  posts: fc.tuple(...people.map(postOf)).map((all) => all.flat()),
  evidence: fc.tuple(...people.map(pieceOf)).map((all) => all.flat()),
  hasRefresher: fc.boolean(),
  room: fc.record({
    trait: fc.option(held, { nil: null }),
    proof: fc.option(held, { nil: null }),
    jurisdiction: fc.constantFrom('guangdong', 'henan'),
    to: open,
  }),
  shifts: fc.array(
    fc.record({
      begins: fc.integer({ min: -600, max: span * 1440 + 100 }),
      length: fc.integer({ min: 0, max: 720 }),
      seats: fc.array(fc.record({ personId: fc.constantFrom(...people), counts: fc.boolean() }), { maxLength: 4 }),
    }),
    { maxLength: 14 },
  ),
  window: fc.tuple(fc.integer({ min: -300, max: 1440 * span }), fc.integer({ min: 0, max: 1440 * span + 300 })),
})

describe('the hours without cover', () => {
  it('are those of a minute-by-minute look, for random licences, posts and rosters', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(scenario, ({ posts, evidence, hasRefresher, room: wish, shifts: planned, window: [a, b] }) => {
        const facts: Facts = {
          duties: hasRefresher ? [refresher] : [],
          units: [{ id: 'u', from: dayOf('2020-01-01'), to: null, traits: [] }],
          people: people.map((id) => ({ id, mergedInto: null })),
          posts,
          evidence,
          waivers: [],
        }
        const room: RuledRoom = {
          from: dayOf('2020-01-01'),
          to: wish.to,
          jurisdiction: wish.jurisdiction,
          traits: wish.trait === null ? [] : [{ trait: 'remote-operable', ...wish.trait }],
          exceptions: wish.proof === null ? [] : [{ exception: 'one', ...wish.proof }],
          unitTraits: [],
        }
        const shifts: CoverShift[] = planned.map(({ begins, length, seats }, nth) => ({
          id: `s${nth}`,
          from: startOf(first) + begins,
          to: startOf(first) + begins + length,
          seats,
        }))
        const window = { from: startOf(first) + Math.min(a, b), to: startOf(first) + Math.max(a, b) }

        const from = addDays(first, -2)
        const to = addDays(last, 2)
        const index = indexForJob(facts, job)
        const fitness = new Map(
          people.map((person) => [
            person,
            fitDays(
              index,
              posts.filter((post) => post.person === person).map(({ id }) => id),
              from,
              to,
            ),
          ]),
        )
        const found = uncoveredHours(needsOf(rules, room, from, to), shifts, fitness, window)

        const plain = indexFacts({ ...facts, duties: [...facts.duties, ...job.duties] })
        const known = new Map<string, boolean>()
        const isFitOn = (person: string, day: Day): boolean => {
          const key = `${person} ${day}`
          const before = known.get(key)
          if (before !== undefined) return before
          const fit = posts.some(
            (post) => post.person === person && holdsDay(post.from, post.to, day) && mayWork(plain, post.id, day).mayWork,
          )
          known.set(key, fit)
          return fit
        }
        const needs = new Map<Day, number>()
        let gap = 0
        for (let minute = window.from; minute < window.to; minute += 1) {
          const day = dayAt(minute)
          const needed = needs.get(day) ?? needOn(rules, room, day).people
          needs.set(day, needed)
          const there = new Set<string>()
          for (const shift of shifts)
            if (shift.from <= minute && minute < shift.to)
              for (const seat of shift.seats) if (seat.counts && isFitOn(seat.personId, day)) there.add(seat.personId)
          while (found[gap] !== undefined && (found[gap]?.to ?? 0) <= minute) gap += 1
          const told = found[gap]
          const isTold = told !== undefined && told.from <= minute
          if (there.size < needed) {
            if (!isTold || told.needed !== needed || told.fit !== there.size)
              throw new Error(`minute ${minute}: ${there.size} of ${needed} not told`)
          } else if (isTold) throw new Error(`minute ${minute}: told, with ${there.size} of ${needed}`)
        }
        for (const [nth, { from: begin, to: end }] of found.entries()) {
          expect(begin).toBeGreaterThanOrEqual(window.from)
          expect(end).toBeLessThanOrEqual(window.to)
          expect(begin).toBeLessThan(end)
          expect(found[nth + 1]?.from ?? end).toBeGreaterThanOrEqual(end)
        }
      }),
      { numRuns: 300 },
    )
  })
})
