import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '~/domain/duties/facts'
import type { PathFacts, PostPath, StepState } from '~/domain/practicals/path'
import { pathState } from '~/domain/practicals/path-state'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const today = day('2026-03-10')

const path: PostPath = {
  id: 'control-room-operator',
  steps: [
    { id: 'assigned', kind: 'assigned', acts: 'manager', after: [] },
    { id: 'pre-job', kind: 'duty', duty: 'pre-job-{position}', acts: 'person', after: ['assigned'] },
    { id: 'simulator', kind: 'panel', scenarios: ['smoke', 'steam'], modes: ['alone'], acts: 'person', after: ['pre-job'] },
    {
      id: 'practical',
      kind: 'evidence',
      cases: [{ traits: [], counts: [{ kind: 'practical', topic: 'panel', sameUnit: true }] }],
      acts: 'observer',
      after: ['simulator'],
    },
    {
      id: 'licence',
      kind: 'evidence',
      cases: [
        { traits: ['linkage'], counts: [{ kind: 'licence', topic: 'level-4', sameUnit: false }] },
        {
          traits: [],
          counts: [
            { kind: 'licence', topic: 'level-5', sameUnit: false },
            { kind: 'licence', topic: 'level-4', sameUnit: false },
          ],
        },
      ],
      acts: 'manager',
      after: ['assigned'],
    },
    { id: 'cleared', kind: 'clearance', acts: 'person', after: ['pre-job', 'licence'] },
    { id: 'rostered', kind: 'rostered', acts: 'manager', after: ['cleared', 'practical'] },
  ],
}

const piece = (id: string, kind: string, topic: string, on: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  kind,
  topic,
  subject: 'p',
  unit: 'u',
  on: day(on),
  passed: true,
  validThrough: null,
  revokedOn: null,
  ...more,
})
const empty: PathFacts = {
  post: { unit: 'u', position: 'control-room-operator', from: day('2026-02-01'), isConfirmed: true },
  traits: [],
  evidence: [],
  panel: [],
  permits: [],
  met: new Map(),
  mayWork: false,
  rostered: null,
}
const stateIn = (facts: PathFacts, id: string, on = today): StepState | undefined =>
  pathState(path, facts, on).steps.find(({ step }) => step.id === id)?.state
const nextIn = (facts: PathFacts, on = today) => {
  const { next } = pathState(path, facts, on)
  return next && [next.step.id, next.since === null ? null : formatDay(next.since)]
}
const trained: PathFacts = { ...empty, met: new Map([['pre-job-control-room-operator', day('2026-02-05')]]) }
const smoke = { scenario: 'smoke', mode: 'alone', on: day('2026-02-07') }
const steam = { scenario: 'steam', mode: 'alone', on: day('2026-02-09') }

describe('the path of a control-room operator', () => {
  it('begins with being confirmed: nothing else can be done before', () => {
    const waiting = { ...empty, post: { ...empty.post, isConfirmed: false } }
    expect(nextIn(waiting)).toEqual(['assigned', '2026-02-01'])
    expect(stateIn(waiting, 'pre-job')).toMatchObject({ kind: 'blocked', by: ['assigned'] })
  })

  it('goes on from step to step, each since the day on which it could be done', () => {
    expect(nextIn(empty)).toEqual(['pre-job', '2026-02-01'])
    expect(nextIn(trained)).toEqual(['simulator', '2026-02-05'])
    expect(nextIn({ ...trained, panel: [smoke, steam] })).toEqual(['practical', '2026-02-09'])
  })

  it('counts how many exercises of the simulator are passed, and only those done alone', () => {
    expect(stateIn({ ...trained, panel: [smoke] }, 'simulator')).toMatchObject({ kind: 'waiting', part: { done: 1, of: 2 } })
    expect(stateIn({ ...trained, panel: [smoke, { ...steam, mode: 'two' }] }, 'simulator')).toMatchObject({ kind: 'waiting' })
    expect(stateIn({ ...trained, panel: [steam, smoke] }, 'simulator')).toMatchObject({ kind: 'done', on: day('2026-02-09') })
  })

  it('takes the practical of this unit only', () => {
    const elsewhere = piece('e', 'practical', 'panel', '2026-02-20', { unit: 'other' })
    const ready = { ...trained, panel: [smoke, steam] }
    expect(stateIn({ ...ready, evidence: [elsewhere] }, 'practical')).toMatchObject({ kind: 'waiting' })
    expect(stateIn({ ...ready, evidence: [{ ...elsewhere, unit: 'u' }] }, 'practical')).toMatchObject({
      kind: 'done',
      on: day('2026-02-20'),
    })
  })

  it.each([
    ['level 5, no linkage', 'level-5', [], 'done'],
    ['level 5, linkage', 'level-5', ['linkage'], 'waiting'],
    ['level 4, linkage', 'level-4', ['linkage'], 'done'],
  ])('asks for the licence that the room needs: %s', (_name, topic, traits, kind) => {
    expect(stateIn({ ...empty, traits, evidence: [piece('l', 'licence', topic, '2026-02-10')] }, 'licence')).toMatchObject({ kind })
  })

  it('opens the licence again the day after it ran out, and says since when', () => {
    const facts = { ...empty, evidence: [piece('l', 'licence', 'level-4', '2026-02-10', { validThrough: day('2026-03-09') })] }
    expect(stateIn(facts, 'licence', day('2026-03-09'))).toMatchObject({ kind: 'done', through: day('2026-03-09') })
    expect(stateIn(facts, 'licence', today)).toMatchObject({ kind: 'waiting', since: today, lapsed: { how: 'expired', on: today } })
  })

  it('opens a practical again on the day on which it is taken back', () => {
    const facts = { ...trained, panel: [smoke, steam], evidence: [piece('x', 'practical', 'panel', '2026-02-20', { revokedOn: today })] }
    expect(stateIn(facts, 'practical', addDays(today, -1))).toMatchObject({ kind: 'done' })
    expect(stateIn(facts, 'practical')).toMatchObject({ kind: 'waiting', lapsed: { how: 'revoked', on: today } })
  })

  it('never says cleared where the rule does not, whatever else is done', () => {
    const all = {
      ...trained,
      panel: [smoke, steam],
      evidence: [piece('a', 'practical', 'panel', '2026-02-20'), piece('b', 'licence', 'level-4', '2026-02-10')],
    }
    expect(stateIn(all, 'cleared')).toMatchObject({ kind: 'waiting' })
    expect(stateIn({ ...empty, mayWork: true }, 'cleared')).toMatchObject({ kind: 'done' })
  })

  it('shows what is done as done, also ahead of its turn', () => {
    expect(stateIn({ ...empty, rostered: day('2026-03-01') }, 'rostered')).toMatchObject({ kind: 'done' })
  })
})

const topics = ['panel', 'level-4', 'level-5'] as const
const pieces = fc.array(
  fc.record({
    topic: fc.constantFrom(...topics),
    back: fc.integer({ min: -30, max: 300 }),
    passed: fc.boolean(),
    lasts: fc.option(fc.integer({ min: 0, max: 200 })),
    revoked: fc.option(fc.integer({ min: 0, max: 200 })),
    isHere: fc.boolean(),
  }),
  { maxLength: 8 },
)
const facts = fc
  .record({
    pieces,
    runs: fc.array(fc.tuple(fc.constantFrom('smoke', 'steam'), fc.constantFrom('alone', 'two'), fc.integer({ min: 0, max: 90 })), {
      maxLength: 6,
    }),
  })
  .map(
    ({ pieces: made, runs }): PathFacts => ({
      ...trained,
      evidence: made.map(({ topic, back, passed, lasts, revoked, isHere }, nth) => {
        const on = addDays(today, -back)
        return {
          ...piece(`e${nth}`, topic === 'panel' ? 'practical' : 'licence', topic, '2026-01-01'),
          on,
          passed,
          unit: isHere ? 'u' : 'v',
          validThrough: lasts === null ? null : addDays(on, lasts),
          revokedOn: revoked === null ? null : addDays(on, revoked),
        }
      }),
      panel: runs.map(([scenario, mode, back]) => ({ scenario, mode, on: addDays(today, -back) })),
    }),
  )

describe('any path', () => {
  it('does not depend on the order in which things happened to be written down', () => {
    fc.assert(
      fc.property(facts, fc.integer(), (known, seed) => {
        const mixed = <T>(list: readonly T[]): T[] =>
          list
            .map((item, nth) => [((nth + 1) * 7919 + seed) % 101, item] as const)
            .sort(([one], [other]) => one - other)
            .map(([, item]) => item)
        const other = { ...known, evidence: mixed(known.evidence), panel: mixed(known.panel) }
        expect(pathState(path, other, today)).toEqual(pathState(path, known, today))
      }),
    )
  })

  it('keeps a step done on later days, unless its evidence is revoked or runs out', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 400 }), (known, later) => {
        const then = pathState(path, known, addDays(today, later))
        for (const { step, state } of pathState(path, known, today).steps) {
          if (state.kind !== 'done') continue
          const after = then.steps.find((one) => one.step.id === step.id)?.state
          if (after?.kind !== 'done') expect(after).toMatchObject({ lapsed: { how: expect.stringMatching(/expired|revoked/) } })
        }
      }),
    )
  })

  it('never loses a step by something more being known', () => {
    fc.assert(
      fc.property(facts, facts, (known, more) => {
        const done = (one: PathFacts) =>
          pathState(path, one, today).steps.flatMap(({ step, state }) => (state.kind === 'done' ? [step.id] : []))
        const both = { ...known, evidence: [...known.evidence, ...more.evidence], panel: [...known.panel, ...more.panel] }
        expect(done(both)).toEqual(expect.arrayContaining(done(known)))
      }),
    )
  })

  it('has a next step exactly where one can be done, and the first of them', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { steps, next } = pathState(path, known, today)
        expect(next?.step.id ?? null).toBe(steps.find(({ state }) => state.kind === 'waiting')?.step.id ?? null)
      }),
    )
  })
})
