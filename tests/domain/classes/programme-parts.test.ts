import { describe, expect, it } from 'vitest'
import { programmeForm, programmeFrom } from '~/domain/classes/programme-form'
import { isRefused } from '~/domain/shared/refusal'

const form = programmeForm.parse({ placeId: 'county', template: 'party-school', year: '2026', title: '集中培训', hours: '6' })
const audience = { sectors: [], traits: [], positions: ['responsible-person'] }
type Known = Parameters<typeof programmeFrom>[3]['parts']

function partsOf(names: readonly string[], parts: Known): [string, string][] {
  const typed = Object.fromEntries(names.map((name, nth) => [`part${nth}`, name]))
  const read = programmeFrom(form, typed, audience, { binds: 'unit', duty: '', evidence: 'class', topic: 'basics', parts })
  if (isRefused(read)) throw new Error(read.reason)
  return read.value.parts.map(({ name, key }) => [name, key])
}
const lesson = (key: string, name: string): Known[number] => ({ key, name, kind: 'lesson' })

describe('the parts of a programme that is changed', () => {
  it('keep their keys when a part is put before them, so that nobody has attended what is new', () => {
    const known = [lesson('part-1', '理论'), lesson('part-2', '实操')]
    expect(partsOf(['开班', '理论', '实操'], known)).toEqual([
      ['开班', 'part-3'],
      ['理论', 'part-1'],
      ['实操', 'part-2'],
    ])
  })

  it('give no part the key of one that is taken out', () => {
    expect(partsOf(['实操', '座谈'], [lesson('part-1', '理论'), lesson('part-2', '实操')])).toEqual([
      ['实操', 'part-2'],
      ['座谈', 'part-3'],
    ])
    expect(partsOf(['座谈'], [lesson('part-1', '理论')])).toEqual([['座谈', 'part-2']])
  })

  it('have keys of their own where two names of one part are both written', () => {
    const both = [lesson('morning', '上午'), lesson('morning', 'Morning')]
    expect(new Set(partsOf(['上午', 'Morning', '下午'], both).map(([, key]) => key)).size).toBe(3)
  })
})
