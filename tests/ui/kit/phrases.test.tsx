import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Phrases } from '~/ui/kit/phrases'

const shown = (text: string): string[] =>
  renderToStaticMarkup(<Phrases text={text} />)
    .split(/<\/?span[^>]*>/)
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.replaceAll('<wbr/>', '|'))

describe('a headline on a narrow phone', () => {
  it('keeps short phrases whole', () => {
    expect(shown('名单上 3 个，已覆盖 2 个，还差 1 个')).toEqual(['名单上 3 个，', '已覆盖 2 个，', '还差 1 个'])
    expect(shown('已签到')).toEqual(['已签到'])
  })

  it('breaks a long phrase between words, and parts no number from what it counts', () => {
    const [long = '', bracket] = shown('2026年街道社区年度全员培训（东湖）')
    expect(long.split('|')[0]).toMatch(/^2026年/)
    expect(long.split('|')).toContain('社区')
    expect(bracket).toBe('（东湖）')
  })

  it('says the same words', () => {
    for (const text of ['2024、2025、2026年名单上共 13 个，已覆盖 10 个，未参训 3 个', '2 of 3 on the list covered, 1 not'])
      expect(shown(text).join('').replaceAll('|', '')).toBe(text)
  })
})
