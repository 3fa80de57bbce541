import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choices, type Given, readGiven } from '~/domain/outreach/micro-answers'
import { happeningsOf } from '~/domain/outreach/scan'

const given = (search: string): Given => readGiven(new URLSearchParams(search))

describe('what a request for a lesson counts', () => {
  it.each([
    ['', ['opened']],
    ['from=singlemessage', ['opened']],
    ['one=b', ['one.b']],
    ['one=b&two=a', ['two.a']],
    ['one=b&two=a&three=c', ['three.c', 'finished']],
    ['one=b&two=a&three=c&promise=yes', ['promised']],
    ['two=a', []],
    ['one=a&three=a', []],
    ['promise=yes', []],
    ['one=a&promise=yes', []],
    ['one=z', ['opened']],
    ['one=a&one=b', ['opened']],
    ['one=%00', ['opened']],
  ])('%s: %j', (search, happened) => expect(happeningsOf(given(search))).toEqual(happened))

  it('says once what each step of a whole visit adds, however it was answered', () => {
    const choice = fc.constantFrom(...choices)
    fc.assert(
      fc.property(choice, choice, choice, (one, two, three) => {
        const steps = [
          '',
          `one=${one}`,
          `one=${one}&two=${two}`,
          `one=${one}&two=${two}&three=${three}`,
          `one=${one}&two=${two}&three=${three}&promise=yes`,
        ]
        const all = steps.flatMap((step) => happeningsOf(given(step)))
        expect(all).toEqual(['opened', `one.${one}`, `two.${two}`, `three.${three}`, 'finished', 'promised'])
      }),
    )
  })
})
