import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, type Place, seatingOf, takenBy } from '~/domain/classes/seating'

const claim = fc.record({
  classroom: fc.constantFrom('main', 'east', 'gone'),
  person: fc.constantFrom('wang', 'li', 'zhao', 'qian', 'sun'),
  isEnded: fc.boolean(),
})
const claims = fc.array(claim, { maxLength: 30 }).chain((made) =>
  fc.shuffledSubarray(
    made.map((one, nth): Claim => ({ ...one, seq: nth + 1, id: `claim-${nth + 1}` })),
    { minLength: made.length },
  ),
)

/** Said another way: everybody is asked how many others who still want a place of the same classroom came before his own first claim. */
function naively(all: readonly Claim[], seats: ReadonlyMap<string, number>): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const one of all) {
    if (one.isEnded) continue
    const here = all.filter((other) => !other.isEnded && other.classroom === one.classroom)
    const first = Math.min(...here.filter(({ person }) => person === one.person).map(({ seq }) => seq))
    const before = new Set(here.filter(({ seq }) => seq < first).map(({ person }) => person)).size
    const left = (seats.get(one.classroom) ?? 0) - before
    places.set(one.id, left > 0 ? { kind: 'seated' } : { kind: 'waiting', nth: 1 - left })
  }
  return places
}

describe('who has a seat', () => {
  it('is decided by the order of receipt, in each classroom for itself, whatever the order in which claims are read', () => {
    fc.assert(
      fc.property(claims, fc.nat(6), fc.nat(6), (all, main, east) => {
        const seats = new Map([
          ['main', main],
          ['east', east],
        ])
        expect(seatingOf(all, seats)).toEqual(naively(all, seats))
      }),
    )
  })

  it('never gives out more seats than there are, and leaves none empty while somebody waits', () => {
    fc.assert(
      fc.property(claims, fc.nat(6), (all, main) => {
        const places = seatingOf(all, new Map([['main', main]]))
        const here = all.filter(({ id, classroom }) => classroom === 'main' && places.has(id))
        const seated = here.filter(({ id }) => places.get(id)?.kind === 'seated')
        const people = (of: readonly Claim[]): number => new Set(of.map(({ person }) => person)).size
        expect(people(seated)).toBe(Math.min(main, people(here)))
      }),
    )
  })

  it('gives one seat to one person, for however many units he comes, by the first of his claims', () => {
    const of = (id: string, person: string, seq: number, isEnded = false): Claim => ({ id, seq, classroom: 'main', person, isEnded })
    const seats = new Map([['main', 1]])
    const both = [of('mall', 'wang', 1), of('museum', 'li', 2), of('plaza', 'wang', 3)]
    expect([...seatingOf(both, seats)]).toEqual([
      ['mall', { kind: 'seated' }],
      ['museum', { kind: 'waiting', nth: 1 }],
      ['plaza', { kind: 'seated' }],
    ])
    expect([...seatingOf([of('mall', 'wang', 1, true), ...both.slice(1)], seats)]).toEqual([
      ['museum', { kind: 'seated' }],
      ['plaza', { kind: 'waiting', nth: 1 }],
    ])
    expect(takenBy(both)).toEqual(new Map([['main', 2]]))
  })

  it('moves whoever waits longest up when somebody gives a seat up', () => {
    const of = (person: string, seq: number, isEnded = false): Claim => ({ id: person, seq, classroom: 'main', person, isEnded })
    const seats = new Map([['main', 1]])
    expect([...seatingOf([of('wang', 1), of('li', 2), of('zhao', 3)], seats)]).toEqual([
      ['wang', { kind: 'seated' }],
      ['li', { kind: 'waiting', nth: 1 }],
      ['zhao', { kind: 'waiting', nth: 2 }],
    ])
    expect([...seatingOf([of('wang', 1, true), of('li', 2), of('zhao', 3)], seats)]).toEqual([
      ['li', { kind: 'seated' }],
      ['zhao', { kind: 'waiting', nth: 1 }],
    ])
  })
})
