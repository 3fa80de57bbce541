import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCorrection } from '~/domain/personal/correction'
import { erasureFault, namesOfHimAlone, tracesOf, withoutTraces } from '~/domain/personal/erasure'
import { isExportReason, needsReason } from '~/domain/personal/export-limit'
import { goesBefore, retentionIds, retentionRules } from '~/domain/personal/retention'
import { parseDay } from '~/domain/shared/day'

const nothing = { isErased: false, isSelf: false, openPosts: 0, openGrants: 0, waitingJoins: 0 }

describe('who may be erased', () => {
  it('somebody who has left, holds no rights and waits for nothing', () => {
    expect(erasureFault(nothing)).toBeNull()
  })

  it.each([
    ['already', { isErased: true }],
    ['self', { isSelf: true }],
    ['holdsRights', { openGrants: 1, openPosts: 1 }],
    ['stillWorks', { openPosts: 1, waitingJoins: 1 }],
    ['waits', { waitingJoins: 1 }],
  ])('%s stands against it', (fault, facts) => {
    expect(erasureFault({ ...nothing, ...facts })).toBe(fault)
  })
})

describe('by what somebody is found in words', () => {
  it('by whole names and numbers, the longest first, never by one letter or by the mark', () => {
    expect(tracesOf(['王伟', ' 王伟明', null, '李', '***'], ['138', '13800000008', null])).toEqual({
      names: ['王伟明', '王伟'],
      numbers: ['13800000008'],
    })
  })

  it('a name that others bear, or that stands in another’s, is not his alone', () => {
    expect(namesOfHimAlone(['王伟', '孙亦可'], ['王伟明', '李强'])).toEqual(['孙亦可'])
    expect(namesOfHimAlone(['王伟'], ['王伟'])).toEqual([])
  })

  it('no trace is left in any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(withoutTraces(`${before}孙亦可${after}`, ['孙亦可'])).not.toContain('孙亦可')
      }),
    )
  })
})

describe('lists that leave', () => {
  it.each([
    [499, false],
    [500, false],
    [501, true],
  ])('%i rows: %s', (rows, asked) => {
    expect(needsReason(rows)).toBe(asked)
  })

  it('know their reasons', () => {
    expect(isExportReason('inspection')).toBe(true)
    expect(isExportReason('because')).toBe(false)
  })
})

describe('what may be put right', () => {
  const today = parseDay('2026-03-10') ?? Number.NaN

  it.each([
    ['name', ' 孙  亦可 ', '孙 亦可'],
    ['name', '   ', null],
    ['phone', '138 0000 0008', '13800000008'],
    ['phone', '12345', null],
    ['idNumber', '11010519491231002x', '11010519491231002X'],
    ['idNumber', '110105194912310021', null],
  ] as const)('%s as %s', (field, typed, read) => {
    const day = parseDay('2026-03-10')
    if (day === null) throw new Error(`no day ${today}`)
    expect(readCorrection(field, typed, day)).toBe(read)
  })
})

describe('what goes by itself', () => {
  it('has a rule for every kind, once', () => {
    expect(retentionRules.map(({ id }) => id).sort()).toEqual([...retentionIds].sort())
  })

  it('goes after its days, counted back from now', () => {
    const [, slips] = retentionRules
    if (slips === undefined) throw new Error('no rule')
    expect(goesBefore(slips, new Date('2026-03-31T00:00:00Z'))).toEqual(new Date('2026-03-01T00:00:00Z'))
  })
})
