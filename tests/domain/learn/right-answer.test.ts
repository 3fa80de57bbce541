import { describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { isRight } from '~/domain/learn/grade'
import { rightAnswer } from '~/domain/learn/right-answer'

describe('the right answer', () => {
  it('to every piece of every course is one that counts as right', () => {
    for (const { lessons } of catalogue().courses.values())
      for (const lesson of lessons)
        for (const piece of lesson.pieces)
          expect({ piece: `${lesson.id} ${piece.id}`, right: isRight(piece, rightAnswer(piece)) }).toEqual({
            piece: `${lesson.id} ${piece.id}`,
            right: true,
          })
  })

  it('is none for a branch without a good end', () => {
    const words = { zh: '一', en: 'one' }
    const nodes = [
      { id: 'a', text: words, choices: [{ id: 'x', text: words, to: 'a' }] },
      { id: 'b', text: words, end: 'bad' as const },
    ]
    expect(rightAnswer({ kind: 'branch', id: 'one', prompt: words, start: 'a', nodes })).toEqual([])
  })
})
