import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Blueprint, drawPaper } from '~/domain/exams/draw-paper'
import type { ExamQuestion } from '~/domain/exams/question'
import { seededRandom } from '~/domain/exams/seeded-random'

const question = (topic: string, number: number, more: Partial<ExamQuestion> = {}): ExamQuestion => ({
  id: `${topic}-${number}`,
  revision: 1,
  kind: 'single',
  topic,
  options: ['a', 'b', 'c', 'd'],
  key: ['a'],
  ...more,
})
const many = (topic: string, count: number) => Array.from({ length: count }, (_, number) => question(topic, number))
const blueprint: Blueprint = [
  { topic: 'doors', count: 3 },
  { topic: 'alarm', count: 2 },
]
const bank = [...many('doors', 8), ...many('alarm', 4)]

describe('drawing a paper', () => {
  it('takes as many questions of each topic as the blueprint says, none twice', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = drawPaper(blueprint, bank, new Set(), seededRandom(seed))
        expect(drawn.filter(({ question: { topic } }) => topic === 'doors')).toHaveLength(3)
        expect(drawn.filter(({ question: { topic } }) => topic === 'alarm')).toHaveLength(2)
        expect(new Set(drawn.map((one) => one.question.id)).size).toBe(5)
      }),
    )
  })

  it('gives the same paper for the same seed and another for another', () => {
    const ids = (seed: string) => drawPaper(blueprint, bank, new Set(), seededRandom(seed)).map((one) => [one.question.id, one.options])
    expect(ids('one')).toEqual(ids('one'))
    const papers = new Set(Array.from({ length: 50 }, (_, seed) => JSON.stringify(ids(String(seed)))))
    expect(papers.size).toBeGreaterThan(45)
  })

  it('gives somebody who comes again none of the questions of last time while others are left', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const first = drawPaper(blueprint, bank, new Set(), seededRandom(`${seed} first`))
        const seen = new Set(first.map((one) => one.question.id))
        const second = drawPaper(blueprint, bank, seen, seededRandom(`${seed} second`))
        expect(second.filter((one) => seen.has(one.question.id))).toEqual([])
      }),
    )
  })

  it('falls back on seen questions, then on other topics, before the paper gets shorter', () => {
    const small = [...many('doors', 2), ...many('alarm', 6)]
    const drawn = drawPaper(blueprint, small, new Set(['doors-0']), seededRandom('x'))
    expect(drawn).toHaveLength(5)
    expect(drawn.map((one) => one.question.id)).toEqual(expect.arrayContaining(['doors-0', 'doors-1']))
    expect(() => drawPaper(blueprint, many('doors', 4), new Set(), seededRandom('x'))).toThrow(
      'the bank has 4 questions, the paper needs 5',
    )
  })

  it('reaches every question of the bank in time', () => {
    const met = new Set<string>()
    for (let seed = 0; seed < 200; seed += 1)
      for (const one of drawPaper(blueprint, bank, new Set(), seededRandom(String(seed)))) met.add(one.question.id)
    expect(met.size).toBe(bank.length)
  })

  it('shows every option of a question, shuffled; true and false and the places in a picture keep their order', () => {
    const order = question('doors', 0, { kind: 'order', options: ['s1', 's2', 's3', 's4'], key: ['s1', 's2', 's3', 's4'] })
    const spots = question('doors', 1, { kind: 'hotspot', options: ['p', 'q', 'r'], key: ['p'] })
    const firsts = new Set<string>()
    for (let seed = 0; seed < 60; seed += 1) {
      const drawn = drawPaper([{ topic: 'doors', count: 2 }], [order, spots], new Set(), seededRandom(String(seed)))
      const shown = new Map(drawn.map((one) => [one.question.kind, one.options]))
      expect([...(shown.get('order') ?? [])].sort()).toEqual(['s1', 's2', 's3', 's4'])
      expect(shown.get('order')).not.toEqual(['s1', 's2', 's3', 's4'])
      expect(shown.get('hotspot')).toEqual(['p', 'q', 'r'])
      firsts.add(String(shown.get('order')?.[0]))
    }
    expect(firsts.size).toBe(4)
  })
})
