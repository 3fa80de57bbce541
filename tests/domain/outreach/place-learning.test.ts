import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Asked } from '~/domain/outreach/micro-answers'
import { enoughAnswers, type Missed, missedIn, mostMissed, nextToHang, type Sums, together } from '~/domain/outreach/place-learning'

const keyOf = (lesson: string, question: Asked) =>
  lesson === 'gone' ? null : { right: 'b', leads: question === 'two' ? 'stairs' : 'doors' }
const missed = (question: Asked, answers: number, wrong: number): Missed => ({ lesson: 'bikes', question, answers, wrong })
const lessons = ['bikes', 'stairs', 'doors', 'oil', 'stove'].map((id) => ({ id, inSeason: id === 'stove' }))

describe('what a place gets wrong', () => {
  it('is every answer but the right one', () => {
    const sums: Sums = { opened: 9, 'one.a': 3, 'one.b': 5, 'one.c': 1, 'two.b': 2 }
    expect(missedIn('bikes', sums, keyOf)).toEqual([missed('one', 9, 4), missed('two', 2, 0)])
    expect(missedIn('gone', sums, keyOf)).toEqual([])
  })

  it('is not said before enough people have answered, nor of what few get wrong', () => {
    expect(mostMissed([missed('one', enoughAnswers - 1, enoughAnswers - 1)])).toEqual([])
    expect(mostMissed([missed('one', enoughAnswers, 3)])).toHaveLength(1)
    expect(mostMissed([missed('one', 100, 29)])).toEqual([])
    expect(mostMissed([missed('one', 10, 4), missed('two', 10, 8)]).map(({ question }) => question)).toEqual(['two', 'one'])
  })

  it('adds up, whatever is added first', () => {
    const sums = fc.record({ opened: fc.nat(50), capped: fc.nat(50), 'one.a': fc.nat(50), 'three.c': fc.nat(50) }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.array(sums), (all) => {
        const sum = together(all)
        for (const what of ['opened', 'capped', 'one.a', 'three.c'] as const)
          expect(sum[what] ?? 0).toBe(all.reduce((total, one) => total + (one[what] ?? 0), 0))
        expect(together([...all].reverse())).toEqual(sum)
      }),
    )
  })
})

describe('what to hang next', () => {
  const next = (hanging: string[], wrong: Missed[] = []) => nextToHang({ hanging, missed: wrong }, lessons, keyOf)
  it('is what the most missed question leads to', () => {
    expect(next(['bikes'], [missed('two', 20, 15), missed('one', 20, 7)])).toEqual({
      lesson: 'stairs',
      because: { kind: 'missed', missed: missed('two', 20, 15) },
    })
    expect(next(['bikes', 'stairs'], [missed('two', 20, 15), missed('one', 20, 7)])?.lesson).toBe('doors')
  })
  it('is the season’s where nothing is missed, then the first that does not hang, then nothing', () => {
    expect(next(['bikes'])).toEqual({ lesson: 'stove', because: { kind: 'season' } })
    expect(next(['stove'])).toEqual({ lesson: 'bikes', because: { kind: 'order' } })
    expect(next(lessons.map(({ id }) => id))).toBeNull()
  })
  it('never names a lesson that hangs already, or none that there is', () => {
    const some = fc.subarray(lessons.map(({ id }) => id))
    fc.assert(
      fc.property(some, fc.array(fc.tuple(fc.constantFrom<Asked>('one', 'two'), fc.nat(40), fc.nat(40))), (hanging, wrongs) => {
        const found = next(
          hanging,
          wrongs.map(([question, right, wrong]) => missed(question, right + wrong, wrong)),
        )
        if (found === null) expect(hanging).toHaveLength(lessons.length)
        else expect(hanging).not.toContain(found.lesson)
      }),
    )
  })
})
