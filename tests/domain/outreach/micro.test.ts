import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forReader, inSeason, matching } from '~/domain/outreach/find-lessons'
import { asked, choices, nextOf, readGiven } from '~/domain/outreach/micro-answers'

const given = (address: string) => readGiven(new URLSearchParams(address))

describe('what an address says was answered', () => {
  it('is each question once, in any order, and the promise', () => {
    expect(given('three=c&one=a&promise=yes')).toEqual({ one: 'a', two: null, three: 'c', promised: true })
    expect(nextOf(given('one=a'))).toBe('two')
    expect(nextOf(given('two=b&three=c'))).toBe('one')
    expect(nextOf(given('one=a&two=b&three=c'))).toBeNull()
  })

  it('is nothing where it is out of range, said twice, or hostile', () => {
    expect(given('one=d&two=%00&three=a&three=b&promise=1')).toEqual({ one: null, two: null, three: null, promised: false })
    expect(given('__proto__=a&constructor=b&one=%3Cscript%3E')).toEqual(given(''))
  })

  it('is one of its choices or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...asked, 'promise', 'x'), fc.oneof(fc.constantFrom(...choices), fc.string()))),
        (pairs) => {
          const read = readGiven(new URLSearchParams(pairs))
          for (const name of asked) expect([...choices, null]).toContain(read[name])
        },
      ),
    )
  })
})

describe('finding a lesson', () => {
  const lessons = [
    { title: '电瓶不进屋', line: '楼道充电，一家人堵在屋里。', words: ['电动车', 'e-bike', '充电'], readers: ['tenant', 'courier'] },
    { title: '闻到煤气味', line: '先别开灯。', words: ['燃气', 'gas'], readers: ['tenant'], months: [11, 12] },
  ]
  it('goes by every word typed, in titles, sentences and synonyms, whatever case and stops', () => {
    const titles = (typed: string) => matching(lessons, typed).map(({ title }) => title)
    expect(titles('电动车')).toEqual(['电瓶不进屋'])
    expect(titles('电动车充电')).toEqual(['电瓶不进屋'])
    expect(titles('E-BIKE')).toEqual(['电瓶不进屋'])
    expect(titles('煤气 别开灯')).toEqual(['闻到煤气味'])
    expect(titles('煤气 充电')).toEqual([])
    expect(titles('  ')).toHaveLength(2)
    expect(titles('%00<b>')).toEqual([])
  })
  it('goes by who one is and by the month', () => {
    expect(forReader(lessons, 'courier')).toHaveLength(1)
    expect(forReader(lessons, null)).toHaveLength(2)
    expect(inSeason(lessons, 12).map(({ title }) => title)).toEqual(['闻到煤气味'])
    expect(inSeason(lessons, 6)).toEqual([])
  })
})
