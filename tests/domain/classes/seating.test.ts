import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, type Place, seatingOf } from '~/domain/classes/seating'

const claim = fc.record({
  classroom: fc.constantFrom('main', 'east', 'gone'),
  person: fc.constantFrom('wang', 'li', 'zhao'),
  isEnded: fc.boolean(),
})
const claims = fc.array(claim, { maxLength: 30 }).chain((made) =>
  fc.shuffledSubarray(
    made.map((one, nth): Claim => ({ ...one, seq: nth + 1, id: `claim-${nth + 1}` })),
    { minLength: made.length },
  ),
)

/** Said another way: everybody is asked how many who still want a place of the same classroom came before him. */
function naively(all: readonly Claim[], seats: ReadonlyMap<string, number>): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const one of all) {
    if (one.isEnded) continue
    const before = all.filter((other) => !other.isEnded && other.classroom === one.classroom && other.seq < one.seq).length
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
        const places = [...seatingOf(all, new Map([['main', main]]))].filter(
          ([id]) => all.find((one) => one.id === id)?.classroom === 'main',
        )
        const seated = places.filter(([, place]) => place.kind === 'seated').length
        expect(seated).toBe(Math.min(main, places.length))
      }),
    )
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
