import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterBeat, covered, isSeen, longestSilence, merged, opened, secondsLeft, slack, type Watch } from '~/domain/learn/watch'

const seconds = 108
const beat = (watch: Watch, at: number, from: number, to: number) => afterBeat(watch, { at, from, to, position: to }, seconds)

/** Plays honestly from `start` for `length` seconds, one beat every five. */
function play(watch: Watch, at: number, start: number, length: number): { watch: Watch; at: number } {
  let state = watch
  for (let played = 0; played < length; played += 5) {
    const piece = Math.min(5, length - played)
    state = beat(state, at + played + piece, start + played, start + played + piece).watch
  }
  return { watch: state, at: at + length }
}

describe('watching a film', () => {
  it('is seen by who plays it through once', () => {
    const { watch } = play(opened(0), 0, 0, seconds)
    expect(isSeen(watch, seconds)).toBe(true)
    expect(secondsLeft(watch, seconds)).toBe(0)
  })

  it('is seen by who jumps about and then plays the rest', () => {
    const first = play(opened(0), 0, 60, 48)
    const back = afterBeat(first.watch, { at: first.at, from: 0, to: 0, position: 0 }, seconds).watch
    const second = play(back, first.at, 0, 60)
    expect(isSeen(second.watch, seconds)).toBe(true)
  })

  it('gives a forged end nothing', () => {
    const forged = beat(opened(0), 0.2, 0, seconds)
    expect(forged.credit).toBe(0)
    const atEnd = afterBeat(opened(0), { at: 1, from: 108, to: 108, position: 108 }, seconds)
    expect(covered(atEnd.watch.intervals)).toBe(0)
    const afterTenSeconds = beat(beat(opened(0), 5, 0, 5).watch, 10, 5, seconds)
    expect(afterTenSeconds.credit).toBe(0)
  })

  it('does not let waiting earn: a long silence is worth one short stretch', () => {
    const nextDay = beat(opened(0), 86_400, 0, seconds)
    expect(nextDay.credit).toBeLessThanOrEqual(longestSilence + slack)
  })

  it('does not count the same stretch twice', () => {
    const once = play(opened(0), 0, 0, 20)
    const twice = play(once.watch, once.at, 0, 20)
    expect(covered(twice.watch.intervals)).toBeCloseTo(20)
  })

  it('lets a claim that the wall clock does not bear out yet be made again later', () => {
    const early = beat(opened(0), 2, 0, 5)
    expect(early.credit).toBeCloseTo(4)
    const rest = beat(early.watch, 4, 4, 5)
    expect(rest.credit).toBeCloseTo(1)
  })

  const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10)
  // What a forger would try: claims around the limits of what is still believed, after short and long waits.
  const claim = tenths(0, 30).chain((wait) =>
    fc.record({ wait: fc.constant(wait), from: tenths(0, 110), length: tenths(-2, wait * 2 + 4) }),
  )
  const claims = fc.array(claim, { minLength: 1, maxLength: 40, size: 'max' })

  it('does not let the slack add up', () => {
    let watch = opened(0)
    let total = 0
    for (let nth = 0; nth < 50; nth += 1) {
      const answer = beat(watch, nth / 10, nth * 2, nth * 2 + 2)
      total += answer.credit
      watch = answer.watch
    }
    expect(total).toBeLessThanOrEqual(5 + slack)
  })

  it('never credits more than the wall clock and the slack, whatever is claimed', () => {
    fc.assert(
      fc.property(claims, (said) => {
        let watch = opened(0)
        let at = 0
        let total = 0
        for (const { wait, from, length } of said) {
          at += wait
          const answer = beat(watch, at, from, from + length)
          expect(answer.credit).toBeLessThanOrEqual(wait + slack + 1e-9)
          expect(answer.credit).toBeGreaterThanOrEqual(0)
          total += answer.credit
          watch = answer.watch
        }
        expect(total).toBeLessThanOrEqual(at + slack + 1e-6)
        expect(covered(watch.intervals)).toBeLessThanOrEqual(Math.min(seconds, total) + 1e-6)
      }),
    )
  })

  it('credits every second of honest watching, wherever it jumps', () => {
    const jumps = fc.array(fc.record({ start: fc.integer({ min: 0, max: 100 }), length: fc.integer({ min: 1, max: 8 }) }), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(jumps, (played) => {
        let state = { watch: opened(0), at: 0 }
        for (const { start, length } of played) state = play(state.watch, state.at, start, length)
        const honest = merged(
          played.map(({ start, length }): [number, number] => [start, start + length]),
          seconds,
        )
        expect(covered(state.watch.intervals)).toBeCloseTo(covered(honest), 6)
      }),
    )
  })
})
