import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersTo } from '../../../app/domain/duties/scenario-answers'
import { addDays, formatDay } from '../../../app/domain/shared/day'
import { plus, times } from '../../../app/domain/shared/period'
import { randomScenario } from './random-scenarios'
import type { RawScenario } from './reference'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, periodOf, scenarioOf, stands } from './stories'

const settings = { numRuns: Number(process.env.FC_RUNS ?? 150) }
const written = (story: RawScenario): string => JSON.stringify(answersTo(scenarioOf(story)))
const day = fc.integer({ min: 0, max: 1_500 }).map((offset) => addDays(dayOf('2022-01-01'), offset))
const calendar = aDuty({ cadence: { kind: 'calendar', every: 'P3M', lead: 'P1M' } })
const rolling = aDuty({ cadence: { kind: 'rolling', every: 'P6M', opens: 'P30D', first: 'P0D' } })

describe('whatever the facts', () => {
  it('the order in which they are listed does not matter', () => {
    fc.assert(
      fc.property(randomScenario, (story) => {
        const backwards = {
          ...story,
          units: story.units.map((unit) => ({ ...unit, traits: [...unit.traits].reverse() })).reverse(),
          people: [...story.people].reverse(),
          posts: [...story.posts].reverse(),
          evidence: [...story.evidence].reverse(),
          waivers: [...story.waivers].reverse(),
        }
        expect(written(backwards)).toBe(written(story))
      }),
      settings,
    )
  })

  it('merging by a chain, by a star or not at all (one id) comes to the same', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 3, maxLength: 3 }),
        day,
        day,
        fc.constantFrom(calendar, rolling),
        (starts, on, asked, duty) => {
          const posts = (ids: readonly string[]) =>
            starts.map((from, nth) =>
              aPost({ id: `k${nth}`, person: ids[nth] ?? '', from: formatDay(from), to: formatDay(addDays(from, 90)) }),
            )
          const facts = (ids: readonly string[], people: RawScenario['people']) =>
            aStory({ duties: [duty], people, posts: posts(ids), evidence: [aCourse(formatDay(on), { subject: ids[0] ?? '' })] })
          const ids = ['a', 'b', 'c']
          const last = { id: 'c', mergedInto: null }
          const chain = facts(ids, [{ id: 'a', mergedInto: 'b' }, { id: 'b', mergedInto: 'c' }, last])
          const star = facts(ids, [last, { id: 'b', mergedInto: 'c' }, { id: 'a', mergedInto: 'c' }])
          const one = stands(facts(['c', 'c', 'c'], [last]), formatDay(asked), 'c')
          for (const merged of [chain, star]) for (const id of ids) expect(stands(merged, formatDay(asked), id)).toBe(one)
        },
      ),
      settings,
    )
  })

  it('renewing in the window every time never drifts from the first day, clamped month ends included', () => {
    fc.assert(
      fc.property(day, fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 6 }), (start, leads) => {
        const evidence = [aCourse(formatDay(start), { id: 'e00' })]
        leads.forEach((lead, nth) => {
          const on = addDays(plus(start, times(periodOf('P6M'), nth + 1)), -lead)
          evidence.push(aCourse(formatDay(on), { id: `e0${nth + 1}` }))
        })
        const through = addDays(plus(start, times(periodOf('P6M'), leads.length + 1)), -1)
        const story = aStory({ duties: [rolling], posts: [aPost({ from: '2020-01-01' })], evidence })
        expect(stands(story, formatDay(through))).toBe(`met e0${leads.length} ${formatDay(through)}`)
        expect(stands(story, formatDay(addDays(through, 1)))).toBe(`overdue ${formatDay(through)}`)
      }),
      settings,
    )
  })

  it('a gap of one day begins a new spell, and none does not', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 100 }), (last, before, after) => {
        const duty = aDuty({ cadence: { kind: 'once', within: 'P20Y' } })
        const first = addDays(last, -before)
        const posts = (gap: number) => [
          aPost({ from: formatDay(first), to: formatDay(last) }),
          aPost({ id: 'k2', unit: 'u2', from: formatDay(addDays(last, 1 + gap)) }),
        ]
        const due = (gap: number) => {
          const story = aStory({ duties: [duty], units: [aUnit(), aUnit({ id: 'u2' })], posts: posts(gap) })
          return stands(story, formatDay(addDays(last, 2 + after)))
        }
        expect(due(0)).toBe(`due ${formatDay(plus(first, periodOf('P20Y')))}`)
        expect(due(1)).toBe(`due ${formatDay(plus(addDays(last, 2), periodOf('P20Y')))}`)
      }),
      settings,
    )
  })

  it('a waiver excuses a half-year exactly when it holds its last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -120, max: 20 }), fc.integer({ min: 0, max: 120 }), (from, length) => {
        const end = dayOf('2024-06-30')
        const waiver = { duty: 'd', subject: 'p1', from: formatDay(addDays(end, from)), through: formatDay(addDays(end, from + length)) }
        const holds = from <= 0 && from + length >= 0
        expect(stands(aStory({ waivers: [waiver] }), '2024-12-01')).toBe(holds ? 'due 2024-12-31' : 'overdue 2024-06-30')
      }),
      settings,
    )
  })

  it('a revoked piece is, from that day, as if it had never been', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 6 }),
        day,
        fc.nat(400),
        fc.constantFrom(calendar, rolling),
        (days, revokedOn, later, duty) => {
          const kept = days.slice(1).map((on, nth) => aCourse(formatDay(on), { id: `e${nth}` }))
          const revoked = aCourse(formatDay(days[0] ?? revokedOn), { id: 'x', revokedOn: formatDay(revokedOn) })
          const withRevoked = aStory({ duties: [duty], evidence: [revoked, ...kept] })
          const without = aStory({ duties: [duty], evidence: kept })
          const asked = formatDay(addDays(revokedOn, later))
          expect(stands(withRevoked, asked)).toBe(stands(without, asked))
        },
      ),
      settings,
    )
  })
})

describe('thousands of facts about one subject', () => {
  it('are all answered, as one asked alone is', { timeout: 60_000 }, () => {
    const from = (nth: number) => formatDay(addDays(dayOf('1950-01-01'), nth * 3))
    const to = (nth: number) => formatDay(addDays(dayOf('1950-01-01'), nth * 3 + 1))
    const numbers = Array.from({ length: 10_000 }, (_, nth) => nth)
    const story = aStory({
      duties: [
        aDuty({ id: 'd', traits: ['t'], cadence: { kind: 'calendar', every: 'P1M', lead: 'P999999Y' } }),
        { ...rolling, id: 'r' },
        { ...calendar, id: 'c' },
      ],
      units: [aUnit({ from: '1900-01-01', traits: numbers.map((nth) => ({ trait: 't', from: from(nth), to: to(nth) })) })],
      people: [...numbers.map((nth) => ({ id: `m${nth}`, mergedInto: nth === 0 ? 'p1' : `m${nth - 1}` })), { id: 'p1', mergedInto: null }],
      posts: numbers.map((nth) => aPost({ id: `k${nth}`, person: `m${nth}`, from: from(nth), to: nth % 2 ? to(nth) : null })),
      evidence: numbers.map((nth) => aCourse(from(nth), { id: `e${nth}`, subject: `m${nth}`, revokedOn: nth % 3 ? '2010-01-01' : null })),
      waivers: numbers.map((nth) => ({ duty: 'c', subject: `m${nth}`, from: from(nth), through: from(nth) })),
      ask: numbers.slice(0, 300).map((nth) => ({ duty: ['d', 'r', 'c'][nth % 3] ?? '', subject: `m${nth}`, on: from(nth * 33 + 7) })),
    })
    const answers = answersTo(scenarioOf(story))
    expect(answers).toHaveLength(300)
    for (const nth of [0, 1, 2, 299])
      expect(answersTo(scenarioOf({ ...story, ask: story.ask.slice(nth, nth + 1) }))).toEqual([answers[nth]])
  })
})
