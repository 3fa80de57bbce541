import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClasses } from '~/domain/drills/expected-form'
import { proposeDay } from '~/domain/drills/propose-day'
import { proposePeople } from '~/domain/drills/propose-people'
import { labelled, readNames } from '~/domain/drills/read-names'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const found = parseDay(text)
  if (found === null) throw new Error(text)
  return found
}

const epoch = day('1970-01-01')

describe('a day that is proposed for a drill', () => {
  it.each([
    ['three weeks before the last day, in the middle of the week', '2026-12-31', '2026-11-23', '2026-12-10'],
    ['in three days at the earliest', '2026-12-05', '2026-11-23', '2026-11-26'],
    ['the last day, where only that is left', '2026-11-27', '2026-11-23', '2026-11-26'],
    ['the soonest day, where it is overdue', '2026-06-30', '2026-11-23', '2026-11-26'],
  ])('is %s', (_when, due, today, proposed) => {
    expect(formatDay(proposeDay(day(due), day(today)))).toBe(proposed)
  })

  it('is never after the last day while three days are left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 22_000 }), fc.integer({ min: 4, max: 400 }), (today, left) => {
        const proposed = proposeDay(addDays(epoch, today + left), addDays(epoch, today))
        expect(proposed).toBeLessThanOrEqual(today + left)
        expect(proposed).toBeGreaterThanOrEqual(today + 3)
      }),
    )
  })
})

describe('names as they are typed', () => {
  const roster = labelled([
    { id: 'a', name: '张伟', more: '保安 0008' },
    { id: 'b', name: '张伟', more: '员工 0009' },
    { id: 'c', name: '李明', more: '员工 0010' },
  ])

  it('tells people of one name apart', () => {
    expect(roster.map(({ label }) => label)).toEqual(['张伟（保安 0008）', '张伟（员工 0009）', '李明'])
    expect(readNames('李明、张伟（员工 0009）', roster)).toEqual({
      kind: 'read',
      people: [
        { id: 'c', name: '李明' },
        { id: 'b', name: '张伟' },
      ],
    })
  })

  it.each([
    ['several people have', '张伟', { kind: 'several', name: '张伟' }],
    ['nobody has', '王五', { kind: 'unknown', name: '王五' }],
    ['is there twice, as one', '李明\n李 明，李明', { kind: 'read', people: [{ id: 'c', name: '李明' }] }],
    ['is empty, as nobody', ' 、 ', { kind: 'read', people: [] }],
  ])('takes a name that %s', (_what, typed, read) => {
    expect(readNames(typed, roster)).toEqual(read)
  })
})

describe('who might do what', () => {
  const people = [
    { id: '1', name: '甲', positions: ['fire-manager'] },
    { id: '2', name: '乙', positions: ['micro-station-member', 'employee'] },
    { id: '3', name: '丙', positions: ['employee'] },
    { id: '4', name: '丁', positions: ['evacuation-guide'] },
    { id: '5', name: '戊', positions: ['employee'] },
  ]
  const asked = {
    attack: ['employee', 'micro-station-member'],
    contact: ['control-room-operator'],
    evacuation: ['evacuation-guide'],
    care: ['employee'],
  }

  const named = (all: readonly { name: string }[]): string[] => all.map(({ name }) => name)

  it('puts nobody into two groups, and the trained before the others', () => {
    const { commander, groups } = proposePeople(people, asked, 2)
    expect(commander?.name).toBe('甲')
    expect(groups.attack[0]?.name).toBe('乙')
    expect(groups.contact).toEqual([])
    const all = Object.values(groups).flat()
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('gives each zone one of those who lead people out', () => {
    expect(proposePeople(people, asked, 2).marshals.map(([one]) => one?.name)).toEqual(['丁', '丁'])
    expect(proposePeople([], asked, 2).marshals).toEqual([[], []])
  })

  it('leaves whoever calls the roll out of the groups as long as there are others for them', () => {
    const guides = [...people, { id: '6', name: '己', positions: ['evacuation-guide'] }]
    const { marshals, groups, doubled, empty } = proposePeople(guides, asked, 1)
    expect(marshals.map(named)).toEqual([['丁']])
    expect(named(groups.evacuation)).toEqual(['己'])
    expect({ doubled, empty }).toEqual({ doubled: [], empty: ['contact'] })
    expect(Object.values(groups).flatMap(named)).not.toContain('丁')
  })

  it('says so where there are not enough, and then names one who calls the roll', () => {
    const { groups, doubled, empty } = proposePeople(people, asked, 2)
    expect(named(groups.evacuation)).toEqual(['丁'])
    expect({ doubled, empty }).toEqual({ doubled: ['evacuation'], empty: ['contact'] })
  })

  it('never has the commander call the roll or stand in a group', () => {
    const alone = [{ id: '1', name: '甲', positions: ['fire-manager', 'security-guard', 'employee'] }]
    const { marshals, groups, empty } = proposePeople(alone, asked, 1)
    expect([marshals, Object.values(groups).flat()]).toEqual([[[]], []])
    expect(empty).toHaveLength(4)
  })
})

describe('classes', () => {
  const first = readClasses('三(2)班 42\n三(3)班：40人', [])

  it('are read one a line, by name and number', () => {
    expect(first).toMatchObject({
      classes: [
        { id: 'class-1', name: '三(2)班', count: 42 },
        { id: 'class-2', name: '三(3)班', count: 40 },
      ],
    })
  })

  it('keep their id when another is put before them, so that what was counted stays theirs', () => {
    const again = readClasses('三(1)班 39\n三(3)班 41', first.kind === 'read' ? first.classes : [])
    expect(again).toMatchObject({
      classes: [
        { id: 'class-3', name: '三(1)班' },
        { id: 'class-2', name: '三(3)班', count: 41 },
      ],
    })
  })

  it.each(['三(2)班', '42', '三(2)班 很多'])('refuse “%s”', (line) => {
    expect(readClasses(line, [])).toMatchObject({ kind: 'refused', reason: 'drills:refusal.class' })
  })
})
