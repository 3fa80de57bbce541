import { describe, expect, it } from 'vitest'
import { basesByPlace, type Entry, entryBodies, entryFault, readResults } from '~/domain/classes/registers'
import { parseDay } from '~/domain/shared/day'

const day = (text: string) => {
  const read = parseDay(text)
  if (read === null) throw new Error(text)
  return read
}
const today = day('2026-03-10')
const entry = (id: string, body: Record<string, string>, more: Partial<Entry> = {}): Entry => ({
  ...{ id, placeId: 'street', body, isEnded: false },
  ...more,
})
const nobody = { others: [], providers: [], today }
const reason = (found: { reason: string } | null) => found?.reason.split('.')[1] ?? null

describe('results as they were announced', () => {
  it.each([
    ['第一名，李雷，东湖派出所', [{ award: '第一名', who: '李雷', of: '东湖派出所' }]],
    [
      '一等奖\t东湖队\n\n二等奖|西桥队|西桥镇 ',
      [
        { award: '一等奖', who: '东湖队', of: '' },
        { award: '二等奖', who: '西桥队', of: '西桥镇' },
      ],
    ],
    ['', []],
    ['第一名', null],
    ['，李雷', null],
    ['第一名，李雷，东湖，多了一项', null],
  ])('reads %j', (text, results) => expect(readResults(text)).toEqual(results))
})

describe('what may stand in a register', () => {
  const contest = { name: '技能大赛', on: '2026-03-10', results: '第一名，李雷' }
  it('has the results of a contest on its day and after it, not the day before', () => {
    const at = (on: string) => reason(entryFault('contest', entry('new', { ...contest, on }), nobody))
    expect(['2026-03-09', '2026-03-10', '2026-03-11'].map(at)).toEqual([null, null, 'resultsAhead'])
    expect(entryFault('contest', entry('new', { ...contest, on: '2026-03-11', results: '' }), nobody)).toBe(null)
  })

  it('has nobody on the list of a year that has not begun', () => {
    const of = (year: string) => reason(entryFault('talent', entry('new', { year, name: '李雷', unit: '派出所' }), nobody))
    expect(['2025', '2026', '2027'].map(of)).toEqual([null, null, 'yearAhead'])
  })

  it('stands once at a place, unless the other was taken out, is elsewhere, or is itself', () => {
    const body = { name: '王老师', office: '消防站', provider: '' }
    const beside = (other: Entry) => reason(entryFault('trainer', entry('new', body), { ...nobody, others: [other] }))
    expect(beside(entry('old', body))).toBe('known')
    expect(beside(entry('old', body, { isEnded: true }))).toBe(null)
    expect(beside(entry('old', body, { placeId: 'county' }))).toBe(null)
    expect(beside(entry('old', { ...body, office: '党校' }))).toBe(null)
    expect(beside(entry('new', body))).toBe(null)
  })

  it('names a provider that is in the register', () => {
    const trainer = entry('new', { name: '王老师', office: '消防站', provider: 'school' })
    const known = entry('school', { name: '安训学校' })
    expect(reason(entryFault('trainer', trainer, nobody))).toBe('noProvider')
    expect(entryFault('trainer', trainer, { ...nobody, providers: [known] })).toBe(null)
    expect(reason(entryFault('trainer', trainer, { ...nobody, providers: [{ ...known, isEnded: true }] }))).toBe('noProvider')
  })

  it('is told by the field that is wrong', () => {
    const read = entryBodies.talent.safeParse({ year: '26', name: ' ', unit: '派出所', field: '灭火', why: '练得好' })
    expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['year', 'training:error.year'],
      ['name', 'training:error.missing'],
    ])
  })
})

describe('a training base for each county and street', () => {
  const places = [
    { id: 'county', kind: 'county', path: '/county/' },
    { id: 'east', kind: 'street', path: '/county/east/' },
    { id: 'west', kind: 'street', path: '/county/west/' },
    { id: 'east-1', kind: 'community', path: '/county/east/east-1/' },
  ]
  const counted = (bases: { placeId: string; placePath: string }[]) =>
    basesByPlace(places, bases).map(({ place, bases: n }) => [place.id, n])

  it('counts a community for its street, and no street for the county', () => {
    expect(counted([{ placeId: 'east-1', placePath: '/county/east/east-1/' }])).toEqual([
      ['county', 0],
      ['east', 1],
      ['west', 0],
    ])
    expect(counted([{ placeId: 'county', placePath: '/county/' }])).toEqual([
      ['county', 1],
      ['east', 0],
      ['west', 0],
    ])
  })
})
