import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoken } from '~/domain/outreach/spoken'

const prose = (text: string) => ({ text, isOption: false })
const answer = (text: string) => ({ text, isOption: true })

describe('what a voice says of a page', () => {
  it('is in the page’s order, every line with its stop, and answers are counted', () => {
    const page = [
      prose('电瓶不进屋'),
      prose('它一着，堵住门。'),
      prose('今晚怎么充？'),
      answer('提上楼'),
      answer('送到充电柜'),
      prose('再来'),
      answer('走'),
    ]
    expect(spoken(page, '第#个：')).toEqual([
      '电瓶不进屋。',
      '它一着，堵住门。',
      '今晚怎么充？',
      '第1个：提上楼。',
      '第2个：送到充电柜。',
      '再来。',
      '第1个：走。',
    ])
  })

  it('keeps an answer and why it is right or wrong apart, and leaves out what is empty', () => {
    expect(spoken([prose('提上楼\n\n  危险。 盯着也拦不住'), prose(' \n ')], '#')).toEqual(['提上楼。危险。 盯着也拦不住。'])
  })

  it('has one stop where a line ends with what somebody said', () => {
    expect(spoken([prose('有人说：“先放一会儿。”')], '#')).toEqual(['有人说：“先放一会儿。”'])
  })

  it('is cut at a stop before a voice would break off, and loses nothing', () => {
    const long = '火一着，烟先到，门带上，人先走。'.repeat(20)
    const said = spoken([prose(long)], '#')
    expect(said.join('')).toBe(long)
    for (const part of said) {
      expect(part.length).toBeLessThanOrEqual(60)
      expect(part).toMatch(/[。，]$/)
    }
  })

  it('says every character of any text, in pieces that are never empty', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300 })), (texts) => {
        const said = spoken(texts.map(prose), '#')
        const bare = (text: string) => text.replace(/[\s。]/g, '')
        expect(bare(said.join(''))).toBe(bare(texts.join('')))
        for (const part of said) expect(part.trim()).not.toBe('')
      }),
    )
  })
})
