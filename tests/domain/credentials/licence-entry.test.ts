import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CardShape, readCard, readPrintedDay, type TypedCard } from '~/domain/credentials/licence-entry'
import { maskedLicenceNumber, plainNumber } from '~/domain/credentials/licence-number'
import { addDays, type Day, ENDLESS, formatDay, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => parseDay(text) ?? ENDLESS
const today = day('2026-11-22')

const special: CardShape = {
  id: 'hot-work-special',
  prints: [
    { field: 'item', asks: 'needed' },
    { field: 'firstIssuedOn', asks: 'wanted' },
    { field: 'validFrom', asks: 'wanted' },
    { field: 'validTo', asks: 'needed' },
    { field: 'reviewDue', asks: 'wanted' },
    { field: 'issuer', asks: 'wanted' },
  ],
}
const operator: CardShape = {
  id: 'fire-facility-operator',
  prints: [
    { field: 'level', asks: 'needed' },
    { field: 'direction', asks: 'needed' },
    { field: 'firstIssuedOn', asks: 'needed' },
    { field: 'validTo', asks: 'rare' },
  ],
  levels: [5, 4, 3, 2, 1],
  directions: [
    { id: 'monitoring', levels: [5, 4, 3, 2] },
    { id: 'maintenance', levels: [4, 3, 2, 1] },
  ],
}
const welder: TypedCard = {
  number: 'T350504199001011234',
  printedName: '王强',
  item: '熔化焊接与热切割作业',
  firstIssuedOn: '2020-06-15',
  validFrom: '2023-06-15',
  validTo: '2029-06-14',
  reviewDue: '2027-06-14',
  issuer: '福建省应急管理厅',
}
const faultsOf = (shape: CardShape, typed: TypedCard, holder = '王强') => {
  const read = readCard(shape, typed, holder, today)
  return 'faults' in read ? read.faults.map(({ field, why }) => `${field} ${why}`) : []
}

describe('a card is read as it is printed', () => {
  it('without working anything out: what is not printed stays empty', () => {
    const read = readCard(special, { ...welder, reviewDue: '', firstIssuedOn: '' }, '王强', today)
    expect(read).toMatchObject({ card: { reviewDue: null, firstIssuedOn: null, validTo: day('2029-06-14'), level: null, direction: null } })
  })
  it('and passes over what is not printed on its kind', () => {
    const read = readCard(operator, { ...welder, level: '4', direction: 'monitoring', reviewDue: '2020-01-01' }, '王强', today)
    expect(read).toMatchObject({ card: { level: 4, direction: 'monitoring', reviewDue: null, item: null, issuer: null } })
  })
  it.each([
    ['王 强', '王强'],
    ['买买提·吐尔逊', '买买提•吐尔逊'],
    ['Li Ming', 'LI MING'],
  ])('the name %s is that of %s', (printedName, holder) => {
    expect(faultsOf(special, { ...welder, printedName }, holder)).toEqual([])
  })
  it.each(['2026-05-01', '2026.5.1', '2026/05/1', '2026年5月1日', '20260501', ' ２０２６－０５－０１ '])(
    '%s is the first of May',
    (typed) => {
      expect(readPrintedDay(typed)).toBe(day('2026-05-01'))
    },
  )
  it.each(['2026-02-29', '2025-13-01', '2026-5', '长期', '0000-00-00', '26-05-01'])('%s is no day', (typed) => {
    expect(readPrintedDay(typed)).toBeNull()
  })
})

describe('a card is refused, and each field says why', () => {
  it.each<[string, Partial<TypedCard>, string[]]>([
    ['somebody else’s', { printedName: '王刚' }, ['printedName otherName']],
    ['without a number', { number: ' - ' }, ['number missing']],
    ['with markup for a number', { number: '<script>1</script>' }, ['number notANumber']],
    ['without its last day', { validTo: '' }, ['validTo missing']],
    ['with a day that does not exist', { validTo: '2029-02-29' }, ['validTo noSuchDay']],
    ['issued tomorrow', { firstIssuedOn: formatDay(addDays(today, 1)), validFrom: '' }, ['firstIssuedOn inFuture']],
    ['that does not begin before tomorrow', { validFrom: formatDay(addDays(today, 1)) }, ['validFrom inFuture']],
    ['that ends before it begins', { validTo: '2023-06-14' }, ['validTo endBeforeBegin', 'reviewDue reviewAfterEnd']],
    ['that begins before it was first issued', { validFrom: '2020-06-14' }, ['validFrom beforeIssue']],
    ['whose review is after its end', { reviewDue: '2029-06-15' }, ['reviewDue reviewAfterEnd']],
    ['whose review is before its beginning', { reviewDue: '2023-06-14' }, ['reviewDue reviewBeforeBegin']],
    ['valid for a hundred years', { validTo: '2126-01-01' }, ['validTo tooLate']],
    ['of another century', { firstIssuedOn: '1902-01-01' }, ['firstIssuedOn tooEarly']],
    ['with a poem for an item', { item: '焊'.repeat(101) }, ['item tooLong']],
  ])('%s', (_what, change, faults) => {
    expect(faultsOf(special, { ...welder, ...change })).toEqual(faults)
  })
  it('takes the day of today for an issue', () => {
    expect(faultsOf(special, { ...welder, firstIssuedOn: formatDay(today), validFrom: formatDay(today), reviewDue: '' })).toEqual([])
  })
  it('takes a card that has run out: it is shown as such', () => {
    expect(
      faultsOf(special, { ...welder, firstIssuedOn: '2010-01-01', validFrom: '2010-01-01', validTo: '2016-01-01', reviewDue: '' }),
    ).toEqual([])
  })
  it.each<[string, Partial<TypedCard>, string[]]>([
    ['level 6', { level: '6', direction: 'monitoring' }, ['level noSuchLevel']],
    ['no level', { level: '', direction: 'monitoring' }, ['level missing']],
    ['no direction', { level: '4', direction: '' }, ['direction missing']],
    ['monitoring at level 1, which is not given', { level: '1', direction: 'monitoring' }, ['direction levelNotOfDirection']],
    ['maintenance at level 5, which is not given', { level: '5', direction: 'maintenance' }, ['direction levelNotOfDirection']],
    ['a direction of its own', { level: '4', direction: 'both' }, ['direction noSuchDirection']],
  ])('an operator with %s', (_what, change, faults) => {
    expect(faultsOf(operator, { ...welder, ...change })).toEqual(faults)
  })
  it('never throws, whatever is typed', () => {
    const anything = fc.oneof(fc.string(), fc.constantFrom('2026-11-22', '4', 'monitoring', '王强'))
    fc.assert(
      fc.property(
        fc.record({
          number: anything,
          printedName: anything,
          item: anything,
          level: anything,
          direction: anything,
          validTo: anything,
          reviewDue: anything,
        }),
        (typed) => {
          for (const shape of [special, operator]) readCard(shape, typed, '王强', today)
        },
      ),
    )
  })
})

describe('a number', () => {
  it('is one, however it is spaced', () => {
    expect(plainNumber('ｔ3505 0419-9001 011234')).toBe('T350504199001011234')
  })
  it.each([
    ['T350504199001011234', 'T**************1234'],
    ['1935003000400123', '************0123'],
    ['A1234567', '******67'],
  ])('%s is shown to others as %s', (number, masked) => {
    expect(maskedLicenceNumber(number)).toBe(masked)
  })
})
