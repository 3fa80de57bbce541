import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRight, walk } from '~/domain/learn/grade'
import type { Branch, Choose, Order, Piece, SpotPiece } from '~/domain/learn/piece'
import { readAnswer, type Sent, shownOrder } from '~/domain/learn/read-answer'
import { shownPiece, stateOf, unanswered } from '~/domain/learn/shown-piece'
import { shuffled } from '~/domain/learn/shuffle'

const words = (zh: string) => ({ zh, en: `${zh}-en` })
const single: Choose = {
  kind: 'choose',
  id: 'check',
  prompt: words('问'),
  options: [
    { id: 'key-a', text: words('甲'), because: words('甲因') },
    { id: 'key-b', text: words('乙'), right: true, because: words('乙因') },
    { id: 'key-c', text: words('丙'), because: words('丙因') },
  ],
}
const spot: SpotPiece = {
  kind: 'spot',
  id: 'look',
  picture: 'p',
  alt: words('图'),
  prompt: words('找'),
  spots: [
    { id: 'hazard-1', x: 1, y: 2, label: words('箱'), right: true, because: words('箱因') },
    { id: 'hazard-2', x: 3, y: 4, label: words('灯'), right: true, because: words('灯因') },
    { id: 'fine-1', x: 5, y: 6, label: words('水'), right: false, because: words('水因') },
  ],
}
const order: Order = {
  kind: 'order',
  id: 'steps',
  prompt: words('排'),
  steps: ['s1', 's2', 's3', 's4'].map((id) => ({ id, text: words(`步${id}`) })),
  because: words('次序的道理'),
}
const branch: Branch = {
  kind: 'branch',
  id: 'weld',
  prompt: words('怎么办'),
  start: 'n1',
  nodes: [
    {
      id: 'n1',
      text: words('开始'),
      choices: [
        { id: 'a', text: words('停'), to: 'n2' },
        { id: 'b', text: words('继续'), to: 'dead' },
      ],
    },
    {
      id: 'n2',
      text: words('第二步'),
      choices: [
        { id: 'a', text: words('报告'), to: 'win' },
        { id: 'b', text: words('走开'), to: 'dead' },
      ],
    },
    { id: 'dead', text: words('着火了'), end: 'bad' },
    { id: 'win', text: words('没事了'), end: 'good' },
  ],
}
const sent = (part: Partial<Sent>): Sent => ({ picks: [], places: [], step: '0', again: false, ...part })
const seed = 'person/lesson/piece'

describe('grading a piece', () => {
  it('takes all that is right and nothing else', () => {
    expect(isRight(single, ['key-b'])).toBe(true)
    expect(isRight(single, ['key-a'])).toBe(false)
    expect(isRight(spot, ['hazard-1', 'hazard-2'])).toBe(true)
    expect(isRight(spot, ['hazard-1'])).toBe(false)
    expect(isRight(spot, ['hazard-1', 'hazard-2', 'fine-1'])).toBe(false)
  })

  it('takes an order only when every step is in place', () => {
    expect(isRight(order, ['s1', 's2', 's3', 's4'])).toBe(true)
    expect(isRight(order, ['s2', 's1', 's3', 's4'])).toBe(false)
    expect(isRight(order, ['s1', 's2', 's3'])).toBe(false)
    expect(isRight(order, [])).toBe(false)
  })

  it('takes a branch when a good end is reached, and knows no choice that is not there', () => {
    expect(isRight(branch, ['a', 'a'])).toBe(true)
    expect(isRight(branch, ['a'])).toBe(false)
    expect(isRight(branch, ['b'])).toBe(false)
    expect(walk(branch, ['a', 'z'])).toBeNull()
    expect(walk(branch, ['b', 'a'])).toBeNull()
  })
})

describe('shuffled steps', () => {
  it('are the same for one person each time and never in the right order', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 8 }), (who, steps) => {
        const first = shuffled(steps, who)
        expect(first).toEqual(shuffled(steps, who))
        expect([...first].sort()).toEqual([...steps].sort())
        expect(first).not.toEqual(steps)
      }),
    )
  })
})

describe('what a form sends', () => {
  it('is numbers of what was shown', () => {
    expect(readAnswer(single, seed, [], sent({ picks: ['2'] }))).toEqual({ kind: 'answer', answer: ['key-b'] })
    expect(readAnswer(spot, seed, [], sent({ picks: ['3', '1'] }))).toEqual({ kind: 'answer', answer: ['hazard-1', 'fine-1'] })
    const shown = shownOrder(order, seed)
    const places = shown.map((id) => String(order.steps.findIndex((step) => step.id === id) + 1))
    expect(readAnswer(order, seed, [], sent({ places }))).toEqual({ kind: 'answer', answer: ['s1', 's2', 's3', 's4'] })
  })

  it.each([
    ['nothing chosen', single, sent({}), 'learn:unclear.pick'],
    ['an id instead of a number', single, sent({ picks: ['key-b'] }), 'learn:unclear.unknown'],
    ['two where one is asked', single, sent({ picks: ['1', '2'] }), 'learn:unclear.pickOne'],
    ['a number that is not there', spot, sent({ picks: ['9'] }), 'learn:unclear.unknown'],
    ['nothing ticked', spot, sent({}), 'learn:unclear.mark'],
    ['a step without a place', order, sent({ places: ['1', '', '3', '4'] }), 'learn:unclear.place'],
    ['two steps in one place', order, sent({ places: ['1', '1', '3', '4'] }), 'learn:unclear.placeTwice'],
    ['no choice in a branch', branch, sent({}), 'learn:unclear.pick'],
  ])('is told what is missing: %s', (_, piece: Piece, form, reason) => {
    expect(readAnswer(piece, seed, [], form)).toEqual({ kind: 'unclear', reason })
  })

  it('changes nothing when it comes from a page that is no longer the latest', () => {
    expect(readAnswer(branch, seed, ['a'], sent({ step: '0', picks: ['1'] }))).toEqual({ kind: 'stale' })
    expect(readAnswer(branch, seed, ['b'], sent({ step: '1', picks: ['1'] }))).toEqual({ kind: 'stale' })
    expect(readAnswer(branch, seed, ['b'], sent({ again: true }))).toEqual({ kind: 'answer', answer: [] })
  })
})

describe('what is shown of a piece', () => {
  const text = (piece: Piece, answers: string[][]) => JSON.stringify(shownPiece(piece, 'zh', seed, stateOf(piece, answers)))

  it('holds no key before it was answered', () => {
    for (const piece of [single, spot, order, branch]) {
      const shown = JSON.stringify(shownPiece(piece, 'zh', seed, unanswered))
      expect(shown).not.toMatch(/因|道理|key-|hazard|fine|"s\d"|dead|win|着火了|没事了|第二步|"right":true/)
    }
    const numbers = JSON.parse(text(order, [])).body.steps.map((step: { number: number }) => step.number)
    expect(numbers).toEqual([1, 2, 3, 4])
    expect(JSON.parse(text(order, [])).body.steps.map((step: { text: string }) => step.text)).not.toEqual(
      order.steps.map((step) => step.text.zh),
    )
  })

  it('tells after a wrong answer only about what was chosen', () => {
    expect(text(single, [['key-a']])).toContain('甲因')
    expect(text(single, [['key-a']])).not.toMatch(/乙因|丙因/)
    expect(text(spot, [['hazard-1', 'fine-1']])).not.toContain('灯因')
    expect(JSON.parse(text(spot, [['hazard-1', 'fine-1']])).body.missing).toBe(1)
    expect(text(order, [['s1', 's3', 's2', 's4']])).not.toContain('道理')
    expect(JSON.parse(text(order, [['s1', 's3', 's2', 's4']])).body.leading).toBe(1)
  })

  it('tells everything once it is right, and stays right after a wrong answer', () => {
    expect(text(single, [['key-b'], ['key-a']])).toMatch(/甲因.*乙因.*丙因/)
    expect(text(order, [['s1', 's2', 's3', 's4']])).toContain('道理')
  })

  it('shows a branch as far as it was walked', () => {
    expect(text(branch, [['a']])).toContain('第二步')
    expect(text(branch, [['a']])).not.toMatch(/着火了|没事了/)
    expect(JSON.parse(text(branch, [['a', 'b']])).body.end).toBe('bad')
    expect(JSON.parse(text(branch, [['b'], []])).body).toMatchObject({ now: '开始', step: 0, end: null })
  })

  it('forgets an answer that no longer fits a changed piece', () => {
    expect(stateOf(order, [['s1', 's9', 's3', 's4']])).toEqual(unanswered)
    expect(stateOf(single, [['gone']])).toEqual(unanswered)
  })
})
