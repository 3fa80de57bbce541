import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePeople } from '~/domain/imports/judge-people'
import { type KnownPerson, type PersonRow, registerOf } from '~/domain/imports/who-is-meant'
import { type Day, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const today = day('2026-03-10')
const hotel = { id: 'hotel', name: '临江酒店', from: day('2020-01-01'), to: null }

const known = (wish: Partial<KnownPerson> & { id: string; name: string }): KnownPerson => ({
  ...{ phone: null, login: null, idHash: null, staffNumber: null, mayCorrect: true },
  posts: [{ unitId: 'hotel', position: 'employee', from: day('2024-05-01'), to: null }],
  ...wish,
})
const row = (wish: Partial<PersonRow> & { name: string }): PersonRow => ({
  ...{
    line: 2,
    unit: hotel,
    phone: null,
    masked: null,
    isIdMasked: false,
    idNumber: null,
    idHash: null,
    position: 'employee',
    from: day('2024-05-01'),
  },
  ...{ staffNumber: null, answer: null },
  ...wish,
})
const judge = (rows: PersonRow[], people: KnownPerson[]) => judgePeople(rows, registerOf(people), today).map(({ result }) => result)
const faultsOf = (rows: PersonRow[], people: KnownPerson[]) =>
  judge(rows, people).map((result) =>
    result.kind === 'refused' ? result.faults.map(({ field, reason }) => `${field} ${reason.replace('imports:fault.', '')}`) : result.kind,
  )

const wang = known({ id: 'wang', name: '王敏', phone: '13800000001', login: '13800000001', staffNumber: 'JIUD-0001' })

describe('whom a row means', () => {
  it('adds who is not known', () => {
    expect(judge([row({ name: '赵四', phone: '13900000002' })], [wang])).toEqual([{ kind: 'new', known: false }])
  })
  it('changes nothing for who is known by name and telephone number', () => {
    expect(judge([row({ name: '王 敏', phone: '13800000001' })], [wang])).toEqual([{ kind: 'same' }])
  })
  it('asks about a namesake whose telephone number is another', () => {
    expect(judge([row({ name: '王敏', phone: '13900000002' })], [wang])).toEqual([
      { kind: 'asks', candidates: [{ id: 'wang', name: '王敏', phone: '138****0001', about: ['employee'] }] },
    ])
  })
  it('takes the answer: he is it, or another one is', () => {
    const newPhone = { name: '王敏', phone: '13900000002' }
    expect(judge([row({ ...newPhone, answer: 'is:wang' })], [wang])).toEqual([
      { kind: 'changed', changes: [{ field: 'phone', before: '138****0001', after: '13900000002' }] },
    ])
    expect(judge([row({ ...newPhone, answer: 'other' })], [wang])).toEqual([{ kind: 'new', known: false }])
  })
  it('does not take an answer that names somebody who was not asked about', () => {
    const far = known({ id: 'far', name: '王敏', posts: [{ unitId: 'elsewhere', position: 'employee', from: today, to: null }] })
    expect(judge([row({ name: '王敏', phone: '13900000002', answer: 'is:far' })], [far])).toEqual([{ kind: 'new', known: false }])
  })
  it('takes no number with asterisks for somebody new, and does not drop it in silence', () => {
    expect(faultsOf([row({ name: '赵四', masked: '139****0002', isIdMasked: true })], [wang])).toEqual([
      ['phone phoneMasked', 'idNumber idNumberMasked'],
    ])
  })
  it('asks nothing where a name alone says nothing new', () => {
    expect(judge([row({ name: '王敏' })], [wang])).toEqual([{ kind: 'same' }])
  })
  it('gives somebody of another unit a post here, and corrects nothing of his', () => {
    const far = known({ id: 'far', name: '王敏', phone: '13800000001', mayCorrect: false, posts: [] })
    expect(judge([row({ name: '王敏', phone: '13800000001' })], [far])).toEqual([{ kind: 'new', known: true }])
  })
  it('knows people by staff number, and puts the name right', () => {
    expect(judge([row({ name: '王敏敏', staffNumber: 'JIUD-0001', masked: '138****0001' })], [wang])).toEqual([
      { kind: 'changed', changes: [{ field: 'name', before: '王敏', after: '王敏敏' }] },
    ])
  })
  it('refuses a telephone number of somebody else, and says whose only inside the unit', () => {
    const result = judge([row({ name: '赵四', phone: '13800000001' })], [wang])
    expect(result).toEqual([
      { kind: 'refused', faults: [{ field: 'phone', reason: 'imports:fault.phoneInUnit', values: { name: '王敏' } }] },
    ])
    const far = known({ id: 'far', name: '孙五', phone: '13700000003', posts: [] })
    expect(judge([row({ name: '赵四', phone: '13700000003' })], [far])).toEqual([
      { kind: 'refused', faults: [{ field: 'phone', reason: 'imports:fault.phoneElsewhere' }] },
    ])
  })
  it('refuses another ID number for the same person, and a number of another name', () => {
    const withId = known({ id: 'wang', name: '王敏', phone: '13800000001', idHash: 'one' })
    expect(faultsOf([row({ name: '王敏', phone: '13800000001', idNumber: 'x', idHash: 'two', staffNumber: null })], [withId])).toEqual([
      ['idNumber idNumberDiffers'],
    ])
    const far = known({ id: 'far', name: '孙五', idHash: 'one', posts: [] })
    expect(faultsOf([row({ name: '赵四', idNumber: 'x', idHash: 'one' })], [far])).toEqual([['idNumber idNumberOther']])
  })
  it('refuses to change the name or number of who is out of reach', () => {
    const officer = known({ ...wang, mayCorrect: false })
    expect(faultsOf([row({ name: '王敏', phone: '13900000002', answer: 'is:wang' })], [officer])).toEqual([['phone outOfReach']])
  })
})

describe('posts of a sheet', () => {
  it('begins a second post, and never ends the first', () => {
    expect(judge([row({ name: '王敏', phone: '13800000001', position: 'welder', from: day('2026-03-01') })], [wang])).toEqual([
      { kind: 'changed', changes: [{ field: 'position', before: null, after: 'welder' }] },
    ])
  })
  it('does not move the first day of a post', () => {
    expect(faultsOf([row({ name: '王敏', phone: '13800000001', from: day('2024-05-02') })], [wang])).toEqual([['from startDiffers']])
  })
  it('needs position and first day of somebody new, and neither of who is there', () => {
    expect(faultsOf([row({ name: '赵四', position: null, from: null })], [wang])).toEqual([
      ['position people:error.positionMissing', 'from people:error.startMissing'],
    ])
    expect(judge([row({ name: '王敏', phone: '13800000001', position: null, from: null })], [wang])).toEqual([{ kind: 'same' }])
  })
  it.each([
    ['the last day', '2026-03-01', 'new'],
    ['the day after', '2026-03-02', 'refused'],
  ])('of a unit that closes: %s', (_what, from, kind) => {
    const closing = { ...hotel, to: day('2026-03-01') }
    expect(judge([row({ name: '赵四', unit: closing, from: day(from) })], []).map((result) => result.kind)).toEqual([kind])
  })
})

describe('rows that meet in one sheet', () => {
  it('are one person with two posts, or the same row twice', () => {
    const zhao = { name: '赵四', phone: '13900000002' }
    const rows = [row(zhao), row({ ...zhao, line: 3, position: 'welder' }), row({ ...zhao, line: 4 })]
    expect(faultsOf(rows, [])).toEqual(['new', 'new', ['name rowTwice']])
  })
  it('contradict each other', () => {
    expect(faultsOf([row({ name: '赵四', phone: '13900000002' }), row({ name: '孙五', phone: '13900000002', line: 3 })], [])).toEqual([
      'new',
      ['phone phoneTwice'],
    ])
    expect(faultsOf([row({ name: '赵四' }), row({ name: '赵四', line: 3, position: 'welder' })], [])).toEqual(['new', ['name nameTwice']])
    expect(faultsOf([row({ name: '赵四', phone: '13900000002' }), row({ name: '赵四', phone: '13900000003', line: 3 })], [])).toEqual([
      'new',
      'new',
    ])
  })

  it('write each person and post at most once, whatever the rows say', () => {
    const wish = fc.record({
      name: fc.constantFrom('王敏', '赵四', '孙五'),
      phone: fc.constantFrom(null, '13800000001', '13900000002'),
      idHash: fc.constantFrom(null, 'one', 'two'),
      position: fc.constantFrom(null, 'employee', 'welder'),
      answer: fc.constantFrom(null, 'other', 'is:wang'),
    })
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const rows = wishes.map((one, nth) => row({ ...one, idNumber: one.idHash && '110101199003070000', line: nth + 2 }))
        const effects = judgePeople(rows, registerOf([wang]), today).flatMap(({ effect }) => (effect === null ? [] : [effect]))
        const posts = effects.flatMap(({ person, post }) => (post === null ? [] : [`${JSON.stringify(person)} ${post.position}`]))
        expect(new Set(posts).size).toBe(posts.length)
        const numbers = effects.flatMap(({ person, row: { idHash } }) => (idHash === null ? [] : [`${idHash} ${JSON.stringify(person)}`]))
        expect(new Set(numbers.map((text) => text.split(' ')[0])).size).toBe(new Set(numbers).size)
      }),
    )
  })
})
