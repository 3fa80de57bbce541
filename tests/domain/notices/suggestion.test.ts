import { describe, expect, it } from 'vitest'
import { maySuggest, readPage } from '~/domain/notices/suggestion'

describe('suggestions from one address', () => {
  const hour = 3_600_000
  const ten = Array.from({ length: 10 }, (_, index) => index)
  it('are ten an hour', () => {
    expect(maySuggest(ten.slice(1), 1000)).toBe(true)
    expect(maySuggest(ten, 1000)).toBe(false)
    expect(maySuggest(ten, hour)).toBe(true)
  })
})

describe('the page they are about', () => {
  it.each([
    ['/courses/pre-job', '/courses/pre-job'],
    ['/admin/units?place=a', '/admin/units?place=a'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    [null, '/'],
  ])('%s → %s', (typed, page) => expect(readPage(typed)).toBe(page))
})
