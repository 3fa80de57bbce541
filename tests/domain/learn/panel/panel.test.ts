import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskVerbs, devices, fieldVerbs, readAct, stations } from '~/domain/learn/panel/acts'
import { hindrance } from '~/domain/learn/panel/may-act'
import { lampsOf } from '~/domain/learn/panel/panel-state'
import { advanced, replay, untilNext } from '~/domain/learn/panel/replay'
import { isOver, panelAt, secondsAt } from '~/domain/learn/panel/run'
import { acts, burning, judged, played } from './story'

const lit = (until: number, lines: string[] = [], scenario = burning) =>
  Object.entries(lampsOf(played(until, lines, 'alone', scenario)))
    .filter(([, on]) => on)
    .map(([name]) => name)
const manual = { ...burning, start: { ...burning.start, key: 'manual' as const } }
const shielded = { ...burning, start: { ...burning.start, shielded: ['room'] } }

describe('the panel by itself', () => {
  it.each<[string, number, string[]]>([
    ['is normal the second before the first alarm', 2, ['mains', 'automatic']],
    ['shows fire from its second on', 3, ['fire', 'mains', 'automatic']],
    ['starts nothing on one detector', 59, ['fire', 'mains', 'automatic']],
    ['starts what is linked on the second one, before anything answers', 60, ['fire', 'start', 'mains', 'automatic']],
    ['shows feedback when the devices answer', 64, ['fire', 'start', 'feedback', 'mains', 'automatic']],
  ])('%s', (_, until, lamps) => expect(lit(until)).toEqual(lamps))

  it('starts nothing on manual, and everything the moment the key is turned', () => {
    expect(lit(100, [], manual)).toEqual(['fire', 'mains', 'manual'])
    expect(lit(100, ['90 automatic'], manual)).toEqual(['fire', 'start', 'feedback', 'mains', 'automatic'])
  })

  it('does not hear a shielded point until the shield is lifted', () => {
    expect(lit(59, [], shielded)).toEqual(['shielded', 'mains', 'automatic'])
    expect(played(100, [], 'alone', shielded).linkedAt).toBeNull()
    expect(played(100, ['80 unshield:room'], 'alone', shielded).linkedAt).toBe(80)
  })

  it('prints no feedback for a pump whose cabinet is on stop, until somebody starts it there', () => {
    const silent = played(70)
    expect(silent.devices['hydrant-pump']).toEqual({ start: 60, answer: null })
    expect(silent.lines.at(-1)).toMatchObject({ what: 'noAnswer', of: 'hydrant-pump' })
    const byHand = played(80, ['72 start:hydrant-pump'])
    expect(byHand.devices['hydrant-pump'].answer).toBeNull()
    const atCabinet = played(120, ['70 send:pump-room', '95 cabinet'])
    expect(atCabinet.devices['hydrant-pump']).toEqual({ start: 95, answer: 99 })
    expect(atCabinet.heard.map(({ words }) => words?.zh)).toEqual(['on stop', 'water'])
  })
})

describe('the people', () => {
  it('alone, the one who goes reports by himself', () => {
    expect(played(40, ['10 send:zone']).marks.get('confirmed')).toBe(40)
  })
  it('of two, the one at the panel hears nothing before the other has looked and told', () => {
    expect(played(50, ['10 send:zone'], 'two').heard).toEqual([])
    const looked = played(50, ['10 send:zone', '42 field look'], 'two')
    expect(looked.heard.map(({ from }) => from)).toEqual(['eyes'])
    expect(looked.marks.has('seen')).toBe(false)
    expect(played(50, ['10 send:zone', '42 field look', '45 field tell'], 'two').marks.get('confirmed')).toBe(45)
  })
  it.each<[string, string, number, string[], 'alone' | 'two', 'desk' | 'field', string | null]>([
    ['nobody presses while both are away', 'call-119', 30, ['10 both-go'], 'alone', 'desk', 'emptyRoom'],
    ['somebody is back after a minute', 'call-119', 71, ['10 both-go'], 'alone', 'desk', null],
    ['nobody looks before he is there', 'look', 39, ['10 send:zone'], 'two', 'field', 'notThere'],
    ['he looks once he is there', 'look', 40, ['10 send:zone'], 'two', 'field', null],
    ['he tells after looking', 'tell', 40, ['10 send:zone'], 'two', 'field', 'notLooked'],
    ['the pump is not started from the zone', 'cabinet', 45, ['10 send:zone'], 'alone', 'desk', 'wrongPlace'],
    ['of two, the one at the panel does not look on the spot', 'look', 45, ['10 send:zone'], 'two', 'desk', 'wrongRole'],
    ['of two, the one who went does not call from the panel', 'call-119', 45, [], 'two', 'field', 'wrongRole'],
    ['a shutter that is up is not raised', 'open-shutter', 45, [], 'alone', 'desk', 'notMoving'],
  ])('%s', (_, key, at, lines, mode, by, reason) => {
    const [one] = acts(`0 ${key}`)
    if (!one) throw new Error('no act')
    expect(hindrance(played(at, lines, mode), one.act, by)).toBe(reason)
  })
})

describe('reset', () => {
  it('wipes the lamp and stops what moves, and what burns reports again', () => {
    expect(lit(71, ['70 reset'])).toEqual(['mains', 'automatic'])
    expect(lit(78, ['70 reset'])).toEqual(['fire', 'start', 'mains', 'automatic'])
  })
})

describe('looking back', () => {
  it('accepts both wordings: the key turned, and the key found on automatic', () => {
    expect(judged([]).steps.automatic).toBe('held')
    expect(judged(['20 automatic']).steps.automatic).toBe('done')
    expect(judged(['20 automatic', '30 manual']).steps.automatic).toBe('missing')
    expect(judged([], 300, manual).steps.automatic).toBe('missing')
    expect(judged(['50 automatic'], 300, manual).steps.automatic).toBe('done')
  })
  it('gives no order to what the standards call simultaneous', () => {
    expect(judged(['10 send:zone', '45 call-119', '46 automatic', '50 head']).wrongs).toEqual([])
    expect(judged(['10 send:zone', '45 automatic', '46 call-119', '50 head']).wrongs).toEqual([])
  })
  it.each<[string, string[], string[]]>([
    ['resets before anybody looked', ['10 send:zone', '12 reset'], ['reset-unseen']],
    ['leaves the room empty, though somebody went to look', ['10 both-go'], ['empty', 'late']],
    ['sends nobody before the second point', ['61 send:zone'], ['late']],
    ['sends somebody the second before', ['59 send:zone'], []],
    ['rings the boss before 119', ['10 send:zone', '50 head', '51 call-119'], ['boss']],
    ['rings the boss and never 119', ['10 send:zone', '50 head'], ['boss']],
  ])('somebody who %s is told so', (_, lines, wrongs) => expect(judged(lines).wrongs).toEqual(wrongs))
  it('knows a step whose turn never came from one that was left out', () => {
    expect(judged([]).steps).toEqual({ look: 'missing', automatic: 'held', call: 'missing', announce: 'held', cabinet: 'unreached' })
    expect(judged(['70 send:pump-room']).steps.cabinet).toBe('missing')
    expect(judged(['70 send:pump-room', '95 cabinet']).steps.cabinet).toBe('done')
  })
})

describe('the clock of a run', () => {
  const run = {
    mode: 'alone' as const,
    acts: [{ at: 20, by: 'desk' as const, act: 'mute' }],
    startedAt: new Date(1_000_000),
    endedAt: null,
  }
  const at = (seconds: number) => new Date(1_000_000 + seconds * 1000)
  it.each<[string, number, number]>([
    ['runs by the server', 45, 45],
    ['never runs back behind the last act', -500, 20],
    ['stops at the end of the exercise', 9000, 300],
  ])('%s', (_, seconds, expected) => expect(secondsAt(run, burning, at(seconds))).toBe(expected))
  it('is over at its last second and not the one before', () => {
    expect([299, 300].map((seconds) => isOver(run, burning, at(seconds)))).toEqual([false, true])
    expect(isOver({ ...run, endedAt: at(30) }, burning, at(40))).toBe(true)
    expect(panelAt({ ...run, endedAt: at(30) }, burning, at(200)).at).toBe(30)
  })
  it('leaves out acts that the exercise no longer knows', () => {
    expect(panelAt({ ...run, acts: [{ at: 5, by: 'desk', act: 'shield:gone' }] }, burning, at(10)).done).toEqual([])
  })
})

describe('whatever somebody does', () => {
  const points = burning.points.map(({ id }) => id)
  const keys = [
    ...[...deskVerbs, ...fieldVerbs].filter((verb) => readAct(verb, points) !== null),
    ...stations.map((id) => `send:${id}`),
    ...devices.flatMap((id) => [`start:${id}`, `stop:${id}`]),
    ...points.flatMap((id) => [`shield:${id}`, `unshield:${id}`]),
  ]
  const anyRun = fc.record({
    mode: fc.constantFrom('alone' as const, 'two' as const),
    lines: fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...keys), fc.constantFrom('desk' as const, 'field' as const)), { maxLength: 40 }),
    until: fc.integer({ min: -5, max: 400 }),
  })
  type AnyRun = { mode: 'alone' | 'two'; lines: [number, string, 'desk' | 'field'][]; until: number }
  const played = ({ mode, lines, until }: AnyRun) => {
    let at = 0
    const done = lines.flatMap(([wait, key, by]) => {
      at += wait
      const act = readAct(key, points)
      return act === null ? [] : [{ at, by, act }]
    })
    return { done, state: replay(burning, mode, done, until) }
  }

  it('time never runs backwards, and the panel never breaks', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { state } = played(run)
        for (const lines of [state.lines, state.heard, state.done])
          for (const [nth, { at }] of lines.entries()) expect(at).toBeGreaterThanOrEqual(lines[nth - 1]?.at ?? 0)
        expect(state.at).toBeLessThanOrEqual(burning.ends)
        expect(state.pending.every(({ at }) => at > state.at)).toBe(true)
        expect(untilNext(state, burning)).toBeGreaterThan(0)
        expect(advanced(state, burning, state.at - 50).at).toBe(state.at)
      }),
    )
  })
  it('the fire lamp stays lit until reset', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { done } = played(run)
        let was = false
        for (let at = 0; at <= 120; at += 1) {
          const now = lampsOf(replay(burning, run.mode, done, at)).fire
          const isReset = done.some(({ at: second, act }) => second === at && act.verb === 'reset')
          if (was && !isReset) expect(now).toBe(true)
          was = now
        }
      }),
      { numRuns: 25 },
    )
  })
  it('no device answers that was not started, and the same acts give the same panel', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { state, done } = played(run)
        for (const id of devices) if (state.devices[id].start === null) expect(state.devices[id].answer).toBeNull()
        expect(replay(burning, run.mode, done, run.until)).toEqual(state)
      }),
    )
  })
})
