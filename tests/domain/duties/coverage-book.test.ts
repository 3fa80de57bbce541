import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldClearances } from '../../../app/domain/duties/book-clearance'
import { countsOf, coverageOf, dutiesInForce, notCovered, positionsHeld, standingAs, whoOf } from '../../../app/domain/duties/coverage'
import { CoverageBook } from '../../../app/domain/duties/coverage-book'
import type { Facts } from '../../../app/domain/duties/facts'
import { type FactIndex, indexFacts } from '../../../app/domain/duties/standing'
import { type Track, tracksOfPerson, tracksOfUnit } from '../../../app/domain/duties/tracks'
import { groupPosts } from '../../../app/domain/duties/unit-roll'
import { addDays, type Day, holdsDay } from '../../../app/domain/shared/day'
import { randomScenario } from './random-scenarios'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, scenarioOf } from './stories'

const settings = { numRuns: Number(process.env.FC_RUNS ?? 80) }
const reach = dayOf('2027-12-31')
const unitIds = ['u1', 'u2', 'u3']

function tracksOf(index: FactIndex): Track[] {
  return [...new Set(index.subjects.values())].flatMap((node) => {
    if (node.kind === 'unit') return tracksOfUnit(index, node, reach)
    return node.kind === 'person' ? tracksOfPerson(index, node, reach) : []
  })
}

function bookOf(facts: Facts): CoverageBook {
  const tracks = tracksOf(indexFacts(facts))
  const book = new CoverageBook(facts.duties.map(({ id }) => id))
  for (const { id } of facts.units)
    book.put(
      id,
      tracks.filter(({ unit }) => unit === id),
    )
  return book
}

/** What the page reads, once from the book and once by the rule. */
function byBook(book: CoverageBook, units: string[], on: Day, duty: string | null, position: string | null) {
  const choice = { duties: duty === null ? null : new Set([duty]), position }
  const figures = book.figures(units, on, choice)
  const all = new Set(['met', 'due', 'overdue', 'waived', 'idle'])
  return {
    total: figures.total,
    byDuty: [...figures.byDuty],
    open: figures.open,
    overdue: figures.overdue,
    lines: units
      .flatMap((unit) => book.lines(unit, on, choice, all).map((line) => ({ ...line })))
      .map(told)
      .sort(),
    force: [...book.dutiesInForce(units, on)].sort(),
    positions: [...book.positionsHeld(units, on)].sort(),
  }
}

function byRule(index: FactIndex, units: string[], on: Day, duty: string | null, position: string | null) {
  const lines = coverageOf(index, units, on, { duty, position })
  const duties = [...index.duties.keys()].filter((id) => lines.some((line) => line.duty === id))
  return {
    total: countsOf(lines),
    byDuty: duties.map((id) => [id, countsOf(lines.filter((line) => line.duty === id))]),
    open: whoOf(notCovered(lines)),
    overdue: whoOf(standingAs(lines, 'overdue')),
    lines: lines.map(({ standing, ...line }) => told({ ...line, standing: standing.standing })).sort(),
    force: [...dutiesInForce(index, units, on)].sort(),
    positions: [...positionsHeld(index, units, on)].sort(),
  }
}

const told = (line: {
  duty: string
  unit: string
  person: string | null
  post: string | null
  position: string | null
  standing: string
}) => [line.duty, line.unit, line.person, line.post, line.position, line.standing].join(' ')

const someDay = fc.integer({ min: 0, max: 1_800 }).map((offset) => addDays(dayOf('2022-06-01'), offset))
const someDuty = fc.option(fc.constantFrom('d1', 'd2', 'd3'))
const somePosition = fc.option(fc.constantFrom('employee', 'welder', 'guard', 'nobody'))

describe('the book of coverage', () => {
  it('names somebody with two posts at a unit once, by the first of them, or by the one asked about', () => {
    const story = aStory({
      duties: [aDuty({ id: 'staff' })],
      posts: [aPost({ id: 'k1', from: '2024-01-01', to: '2024-06-30' }), aPost({ id: 'k2', position: 'welder', from: '2024-03-01' })],
    })
    const book = bookOf(scenarioOf(story))
    const posts = (on: string, position: string | null) =>
      book.lines('u1', dayOf(on), { duties: null, position }, new Set(['due', 'overdue'])).map(({ post }) => post)
    expect(posts('2024-05-01', null)).toEqual(['k1'])
    expect(posts('2024-05-01', 'welder')).toEqual(['k2'])
    expect(posts('2024-07-01', null)).toEqual(['k2'])
  })

  it('tells the last covered day from the first open one', () => {
    const story = aStory({ posts: [aPost({ from: '2024-03-01' })], evidence: [aCourse('2024-06-10')] })
    const book = bookOf(scenarioOf(story))
    const figures = (on: string) => book.figures(['u1'], dayOf(on), { duties: null, position: null })
    expect(figures('2024-06-30').total).toMatchObject({ bound: 1, met: 1 })
    expect(figures('2024-07-01').total).toMatchObject({ bound: 1, due: 1 })
    expect(figures('2025-01-01').overdue).toEqual({ people: 1, units: 0 })
  })

  it('refuses a unit that it does not know, rather than counting nobody there', () => {
    const book = bookOf(scenarioOf(aStory({ units: [aUnit()] })))
    expect(() => book.figures(['elsewhere'], reach, { duties: null, position: null })).toThrow('not in the book')
  })

  it('says on every day, whatever the facts, what the rule says', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        randomScenario,
        fc.array(someDay, { minLength: 1, maxLength: 12 }),
        someDuty,
        somePosition,
        (story, days, duty, position) => {
          const facts = scenarioOf(story)
          const index = indexFacts(facts)
          const book = bookOf(facts)
          const units = unitIds.filter((id) => book.has(id))
          for (const on of days) expect(byBook(book, units, on, duty, position)).toEqual(byRule(index, units, on, duty, position))
        },
      ),
      settings,
    )
  })

  it('says who may work as the rule says it, post by post', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScenario, fc.array(someDay, { minLength: 1, maxLength: 12 }), (story, days) => {
        const facts = scenarioOf(story)
        const index = indexFacts(facts)
        const book = bookOf(facts)
        const units = unitIds.filter((id) => book.has(id))
        const barring = new Set(facts.duties.filter(({ bars, cadence }) => bars || cadence.kind === 'gate').map(({ id }) => id))
        for (const on of days) {
          const found = heldClearances(book, units, on, barring)
          for (const [nth, unit] of units.entries()) {
            const held = facts.posts.filter((post) => post.unit === unit && index.subjects.has(post.id) && holdsDay(post.from, post.to, on))
            const ruled = groupPosts(
              index,
              held.map(({ id, person, unit, position, from, to }) => ({
                id,
                personId: person,
                name: '',
                unitId: unit,
                position,
                from,
                to,
              })),
              on,
            )
            expect({ ...found[nth], blocked: [...(found[nth]?.blocked ?? [])].sort() }).toEqual({
              held: held.length,
              overdue: ruled.filter(({ group }) => group === 'overdue').length,
              blocked: ruled.flatMap(({ post, group }) => (group === 'blocked' ? [post.id] : [])).sort(),
            })
          }
        }
      }),
      settings,
    )
  })

  it('is the same whether made anew or mended for whom the facts changed', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScenario, randomScenario, fc.array(someDay, { minLength: 1, maxLength: 8 }), (before, after, days) => {
        const old = scenarioOf(before)
        const now = { ...scenarioOf(after), duties: old.duties, units: old.units }
        const book = bookOf(old)
        const index = indexFacts(now)
        const tracks = tracksOf(index)
        const gone = new Set<string | null>([null, ...old.people.map(({ id }) => id), ...now.people.map(({ id }) => id)])
        for (const { id } of now.units)
          book.replace(
            id,
            gone,
            tracks.filter(({ unit }) => unit === id),
          )
        const units = unitIds.filter((id) => book.has(id))
        for (const on of days) expect(byBook(book, units, on, null, null)).toEqual(byRule(index, units, on, null, null))
      }),
      settings,
    )
  })
})
