import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExamQuestion } from '~/domain/exams/question'
import { drawRefresher, type LastAsked, type RefresherPaper } from '~/domain/exams/refresher-paper'
import { seededRandom } from '~/domain/exams/seeded-random'

const kinds = ['single', 'multiple', 'truefalse', 'order'] as const
const question = (topic: string, number: number, revision = 1): ExamQuestion => {
  const kind = kinds[number % 4] ?? 'single'
  const options = kind === 'truefalse' ? ['true', 'false'] : ['a', 'b', 'c', 'd']
  const key = { single: ['a'], multiple: ['a', 'b'], truefalse: ['true'], order: ['a', 'b', 'c', 'd'] }[kind]
  return { id: `${topic}-${number}`, revision, kind, topic, options, key }
}
const topics = ['doors', 'alarm', 'smoke', 'gas', 'law']
const bank = topics.flatMap((topic) => Array.from({ length: 8 }, (_, number) => question(topic, number)))
const last = (right: boolean, at = 1, more: Partial<LastAsked> = {}): LastAsked => ({
  revision: 1,
  right,
  at,
  options: ['a', 'b', 'c', 'd'],
  ...more,
})
const draw = (more: Partial<RefresherPaper> = {}, seed = 's') =>
  drawRefresher(
    { bank, count: 10, asked: new Map(), topics: new Set(['doors', 'alarm', 'smoke']), recent: new Set(), ...more },
    seededRandom(seed),
  )
const ids = (more: Partial<RefresherPaper> = {}, seed = 's') => draw(more, seed).map((one) => one.question.id)

describe('the ten questions of a refresher', () => {
  it('ask again what went wrong, with one other question of the same topic for each', () => {
    const asked = new Map([
      ['gas-1', last(false)],
      ['doors-2', last(false)],
      ['doors-3', last(true)],
    ])
    for (const seed of ['a', 'b', 'c']) {
      const drawn = ids({ asked }, seed)
      expect(drawn).toEqual(expect.arrayContaining(['gas-1', 'doors-2']))
      expect(drawn.filter((id) => id.startsWith('gas'))).toHaveLength(2)
    }
  })

  it('ask what was changed since, also where it went right', () => {
    const changed = bank.map((one) => (one.id === 'law-5' ? { ...one, revision: 2 } : one))
    expect(ids({ bank: changed, asked: new Map([['law-5', last(true)]]) })).toContain('law-5')
    expect(ids({ asked: new Map([['law-5', last(true)]]) })).not.toContain('law-5')
  })

  it('are of the topics of the lessons, spread over them, where nothing went wrong', () => {
    const drawn = draw().map((one) => one.question.topic)
    for (const topic of ['doors', 'alarm', 'smoke']) expect(drawn.filter((one) => one === topic).length).toBeGreaterThanOrEqual(3)
  })

  it('ask at most three of a topic that no lesson of this round is about', () => {
    const asked = new Map(bank.filter(({ topic }) => topic === 'law').map(({ id }) => [id, last(false)]))
    expect(ids({ asked }).filter((id) => id.startsWith('law'))).toHaveLength(3)
  })

  it('prefer the newest mistakes where there are more than fit', () => {
    const asked = new Map(bank.map(({ id }, at) => [id, last(false, at)]))
    const drawn = ids({ asked, topics: new Set(topics) })
    expect(drawn.sort()).toEqual(
      bank
        .slice(-10)
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('after a failed paper ask other questions where nothing was wrong', () => {
    const first = ids()
    const second = ids({ recent: new Set(first) }, 't')
    expect(second.filter((id) => first.includes(id))).toEqual([])
  })

  it('need a bank of ten', () => {
    expect(() => draw({ bank: bank.slice(0, 9) })).toThrow('the bank has 9 questions')
  })
})

const anyAsked = fc.dictionary(
  fc.constantFrom(...bank.map(({ id }) => id)),
  fc.record({
    revision: fc.integer({ min: 0, max: 1 }),
    right: fc.boolean(),
    at: fc.nat(1000),
    options: fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4, maxLength: 4 }),
  }),
)
const anyPaper = fc.record({
  asked: anyAsked.map((asked) => new Map(Object.entries(asked))),
  topics: fc.uniqueArray(fc.constantFrom(...topics), { minLength: 2 }).map((chosen) => new Set(chosen)),
  recent: fc.uniqueArray(fc.constantFrom(...bank.map(({ id }) => id))).map((chosen) => new Set(chosen)),
})

describe('whatever was asked before', () => {
  it('ten different questions, no more than three of a topic beyond the chosen ones', () => {
    fc.assert(
      fc.property(anyPaper, fc.string(), (paper, seed) => {
        const drawn = draw(paper, seed)
        expect(new Set(drawn.map((one) => one.question.id)).size).toBe(10)
        for (const topic of topics)
          if (!paper.topics.has(topic)) expect(drawn.filter((one) => one.question.topic === topic).length).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('choices never stand as they stood the last time, and an ordering never stands solved', () => {
    fc.assert(
      fc.property(anyPaper, fc.string(), (paper, seed) => {
        for (const { question: drawn, options } of draw(paper, seed)) {
          expect([...options].sort()).toEqual([...drawn.options].sort())
          if (drawn.kind === 'truefalse') continue
          expect(options).not.toEqual(paper.asked.get(drawn.id)?.options)
          if (drawn.kind === 'order') expect(options).not.toEqual(drawn.key)
        }
      }),
    )
  })

  it('the same seed gives the same paper', () => {
    fc.assert(
      fc.property(anyPaper, fc.string(), (paper, seed) => {
        expect(draw(paper, seed)).toEqual(draw(paper, seed))
      }),
    )
  })
})
