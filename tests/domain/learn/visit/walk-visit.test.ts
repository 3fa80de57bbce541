import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChoice, readLook, shownVisit } from '~/domain/learn/visit/shown-visit'
import type { Door, Effect, Visit, VisitChoice } from '~/domain/learn/visit/visit'
import { pointVerdict, visitVerdict } from '~/domain/learn/visit/visit-verdict'
import { choicesLeft, doorAfter, visitStage, walkVisit } from '~/domain/learn/visit/walk-visit'

const words = (text: string) => ({ zh: `${text}中`, en: text })
const choice = (id: string, more: Partial<VisitChoice> = {}): VisitChoice => ({
  id,
  text: words(`text-${id}`),
  brings: words(`brings-${id}`),
  because: words(`because-${id}`),
  source: 'practice',
  ...more,
})
const point = (id: string, right: boolean) => ({ id, x: 1, y: 1, label: words(id), right, because: words(`why-${id}`), source: 'practice' })
const visit: Visit = {
  id: 'door',
  door: 'open',
  points: [point('stove', true), point('lamp', false), point('chain', true), point('mat', false)],
  turns: [
    {
      id: 'greet',
      part: 'talk',
      text: words('greet'),
      choices: [
        choice('warm', { right: true }),
        choice('threat', { effect: 'shuts' }),
        choice('hurry', { effect: 'cools' }),
        choice('nod', { effect: 'keeps' }),
      ],
    },
    {
      id: 'tell',
      part: 'talk',
      text: words('tell'),
      choices: [choice('show', { right: true }), choice('scold', { effect: 'cools' }), choice('push', { effect: 'cools' })],
    },
    {
      id: 'report',
      part: 'report',
      text: words('report'),
      choices: [choice('today', { right: true }), choice('vague', { days: 14, to: 'late' }), choice('wait', { days: 7 })],
    },
    {
      id: 'close',
      part: 'report',
      text: words('close'),
      choices: [choice('look', { right: true, to: 'closed' }), choice('photo', { days: 20 }), choice('promise', { days: 3 })],
    },
    {
      id: 'late',
      part: 'report',
      text: words('late'),
      choices: [choice('exact', { right: true, to: 'close' }), choice('same', { days: 7 }), choice('drop', { days: 30 })],
    },
  ],
}
const best = ['warm', 'show', 'today', 'look']

describe('the door', () => {
  const table: [Door, Effect, Door][] = [
    ['open', 'keeps', 'open'],
    ['open', 'cools', 'ajar'],
    ['open', 'shuts', 'shut'],
    ['ajar', 'keeps', 'ajar'],
    ['ajar', 'cools', 'shut'],
    ['ajar', 'shuts', 'shut'],
  ]
  it.each(table)('that is %s and hears what %s is then %s', (door, effect, after) => expect(doorAfter(door, effect)).toBe(after))

  it('never opens wider by a wrong sentence', () => {
    const width: Record<Door, number> = { open: 2, ajar: 1, shut: 0 }
    fc.assert(
      fc.property(
        fc.constantFrom<Door>('open', 'ajar', 'shut'),
        fc.constantFrom<Effect>('keeps', 'cools', 'shuts'),
        (door, effect) => width[doorAfter(door, effect)] <= width[door],
      ),
    )
  })
})

describe('a visit', () => {
  it('goes by the right choices to its end without a trip or a day lost', () => {
    expect(walkVisit(visit, best)).toMatchObject({ now: null, door: 'open', comebacks: 0, days: 0 })
  })

  it('stays where a wrong sentence was said, and does not offer it again', () => {
    const walk = walkVisit(visit, ['nod'])
    expect(walk?.now?.id).toBe('greet')
    expect(walk?.now && choicesLeft(walk.now, walk.steps).map(({ id }) => id)).toEqual(['warm', 'threat', 'hurry'])
    expect(walkVisit(visit, ['nod', 'nod'])).toBeNull()
  })

  it('has to come again when the door was shut, and finds it open by a crack', () => {
    expect(walkVisit(visit, ['threat'])).toMatchObject({ door: 'ajar', comebacks: 1 })
    expect(walkVisit(visit, ['hurry', 'warm', 'scold'])).toMatchObject({ door: 'ajar', comebacks: 1 })
  })

  it('counts the days that a wrong report costs, and takes its other way', () => {
    const walk = walkVisit(visit, ['warm', 'show', 'vague'])
    expect(walk).toMatchObject({ days: 14, now: { id: 'late' } })
    expect(walkVisit(visit, ['warm', 'show', 'vague', 'same', 'exact'])).toMatchObject({ days: 21, now: { id: 'close' } })
  })

  it('does not fit choices of another turn, or any after its end', () => {
    expect(walkVisit(visit, ['show'])).toBeNull()
    expect(walkVisit(visit, [...best, 'look'])).toBeNull()
    expect(visitStage(visit, { looked: null, picks: ['warm'] })).toBeNull()
    expect(visitStage(visit, { looked: ['nowhere'], picks: [] })).toBeNull()
  })

  it('always ends, whatever is chosen, and costs nothing only where everything was right', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(50)), (draws) => {
        const picks: string[] = []
        for (const draw of draws) {
          const walk = walkVisit(visit, picks)
          if (!walk?.now) break
          const left = choicesLeft(walk.now, walk.steps)
          picks.push(left[draw % left.length]?.id ?? '')
          expect(picks.length).toBeLessThan(30)
        }
        const walk = walkVisit(visit, picks)
        expect(walk?.now).toBeNull()
        const wrong = walk?.steps.filter((step) => !step.choice.right).length
        expect(wrong === 0).toBe(picks.join() === best.join())
        if (walk) expect(visitVerdict(visit.points, [], walk).atOnce).toBeLessThanOrEqual(visitVerdict(visit.points, [], walk).turns)
      }),
    )
  })
})

describe('the look', () => {
  it.each([
    [0, ['stove'], 'seen'],
    [2, ['stove'], 'missed'],
    [1, ['lamp'], 'needless'],
    [3, ['lamp'], 'fine'],
  ] as const)('at point %i with %j is %s', (nth, looked, verdict) => {
    const at = visit.points[nth]
    expect(at && pointVerdict(at, looked)).toBe(verdict)
  })

  it('reads numbers of ours and nothing else', () => {
    expect(readLook(visit, ['1', '3', '3'])).toEqual(['stove', 'chain'])
    for (const sent of ['0', '5', 'stove', '1.5', '']) expect(readLook(visit, [sent])).toBeNull()
  })
})

describe('what the browser may know', () => {
  const keys = /because|why-|brings|"right"|greet|text-/
  it('before the look is no key, no reason and no turn', () => {
    expect(JSON.stringify(shownVisit(visit, 'en', 'run', { looked: null, picks: [] }))).not.toMatch(keys)
  })

  it('at a turn is nothing of the choices but their words, and nothing of the turns to come', () => {
    const shown = shownVisit(visit, 'en', 'run', { looked: ['lamp'], picks: [] })
    expect(JSON.stringify(shown?.now)).not.toMatch(/because|brings|right|effect|days|tell|report/)
    expect(JSON.stringify({ ...shown, now: null, points: [] })).not.toMatch(/because|brings|tell|late/)
    expect(shown?.verdict).toBeNull()
  })

  it('numbers choices by the run, and reads them back', () => {
    const [turn] = visit.turns
    if (!turn) throw new Error('a visit has turns')
    const orders = new Set<string>()
    for (let nth = 0; nth < 20; nth += 1) {
      const shown = shownVisit(visit, 'en', `run-${nth}`, { looked: [], picks: [] })?.now?.choices ?? []
      orders.add(shown.map(({ text }) => text).join())
      for (const { number, text } of shown) expect(`text-${readChoice(turn, [], `run-${nth}`, String(number))}`).toBe(text)
    }
    expect(orders.size).toBeGreaterThan(3)
    expect(readChoice(turn, [], 'run', '9')).toBeNull()
  })
})
