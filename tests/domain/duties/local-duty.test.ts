import { describe, expect, it } from 'vitest'
import type { StandingChange } from '~/domain/duties/compare-catalogues'
import { isLocalDutyId, localDutyId } from '~/domain/duties/local-duty'
import { localDutyState, type Publishing, publishingFault, withdrawingFault } from '~/domain/duties/local-duty-life'
import { previewOf } from '~/domain/duties/local-duty-preview'
import { type Standing, UNBOUND } from '~/domain/duties/verdict'
import { addDays, type Day, parseDay } from '~/domain/shared/day'

const dayOf = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const from = dayOf('2026-04-01')
const today = dayOf('2026-03-10')

describe('the id of a local duty', () => {
  it('is made of its place and a number, and begins as no other does', () => {
    expect(localDutyId('01998F3A-7C11-7D00-8A00-0123456789AB', 12)).toBe('by-form-0123456789ab-12')
    expect([isLocalDutyId('by-form-street-1'), isLocalDutyId('by-formal-drill')]).toEqual([true, false])
  })
})

describe('a local duty through its days', () => {
  it.each([
    ['a draft', null, null, from, 'draft'],
    ['the day before its first', from, null, addDays(from, -1), 'later'],
    ['its first day', from, null, from, 'inForce'],
    ['its last day', from, addDays(from, 9), addDays(from, 9), 'inForce'],
    ['the day after its last', from, addDays(from, 9), addDays(from, 10), 'ended'],
    ['withdrawn before its first day', from, addDays(from, -1), from, 'never'],
  ] as const)('%s', (_what, first, lastDay, on, state) => expect(localDutyState({ from: first, lastDay }, on)).toBe(state))

  const fine: Publishing = {
    ...{ days: { from: null, lastDay: null }, drafters: ['clerk'], publisher: 'chief', hasFile: true, from, today },
    before: { from: dayOf('2026-01-01'), lastDay: null },
  }
  it.each([
    ['as it should be', {}, null],
    ['today', { from: today }, null],
    ['yesterday', { from: addDays(today, -1) }, 'past'],
    ['far ahead', { from: dayOf('2028-03-11') }, 'farAhead'],
    ['by who wrote it', { publisher: 'clerk' }, 'ownDraft'],
    ['without its document', { hasFile: false }, 'noFile'],
    ['twice', { days: { from, lastDay: null } }, 'published'],
    ['taking over from a draft', { before: { from: null, lastDay: null } }, 'beforeEnded'],
    ['taking over from what has ended', { before: { from: today, lastDay: today } }, 'beforeEnded'],
    ['taking over on the first day of the other', { before: { from, lastDay: null } }, 'beforeBegins'],
  ] as const)('published %s', (_what, change, reason) => {
    expect(publishingFault({ ...fine, ...change })?.reason ?? null).toBe(reason === null ? null : `localduties:refusal.${reason}`)
  })

  it.each([
    ['from today', { from: today, lastDay: null }, today, null],
    ['before its first day', { from, lastDay: null }, today, null],
    ['from yesterday', { from: dayOf('2026-01-01'), lastDay: null }, addDays(today, -1), 'past'],
    ['a draft', { from: null, lastDay: null }, today, 'notPublished'],
    ['twice', { from: today, lastDay: from }, from, 'ended'],
  ] as const)('withdrawn %s', (_what, days, on, reason) => {
    expect(withdrawingFault(days, on, today)?.reason ?? null).toBe(reason === null ? null : `localduties:refusal.${reason}`)
  })
})

describe('what publishing would do', () => {
  const due = (day: string): Standing => ({ standing: 'due', due: dayOf(day), through: null, since: null, by: null })
  const met = (day: string): Standing => ({ standing: 'met', due: null, through: dayOf(day), since: null, by: 'e1' })
  const change = (duty: string, subject: string, before: Standing, after: Standing): StandingChange => ({
    ...{ duty, kind: 'person', subject, unit: 'shop', before, after },
  })
  const changes = [
    change('old', 'sooner', due('2026-12-31'), UNBOUND),
    change('new', 'sooner', UNBOUND, due('2026-06-30')),
    change('old', 'same', met('2026-06-30'), UNBOUND),
    change('new', 'same', UNBOUND, met('2026-06-30')),
    change('new', 'fresh', UNBOUND, due('2026-06-30')),
    change('old', 'freed', due('2026-12-31'), UNBOUND),
    change('old', 'later', due('2026-05-31'), UNBOUND),
    change('new', 'later', UNBOUND, due('2026-06-30')),
  ]

  it('counts everybody once, by the day and by how the date moves', () => {
    const preview = previewOf(changes, 'new', 'old')
    expect(preview.bound).toEqual({ unit: 0, person: 4, post: 0 })
    expect(preview.moves).toEqual({ earlier: 1, later: 1, same: 1, fresh: 1, freed: 1 })
    expect(preview.standings).toEqual({ due: 3, overdue: 0, met: 1, idle: 0, waived: 0 })
    expect(preview.dues).toEqual([{ day: dayOf('2026-06-30'), count: 3 }])
    expect(preview.examples.map(({ subject }) => subject)).toEqual(['sooner', 'later', 'freed', 'fresh', 'same'])
  })

  it('shows ten of many, those with the least time first', () => {
    const many = Array.from({ length: 30 }, (_, nth) =>
      change('new', `p${nth}`, UNBOUND, due(`2026-05-${String(30 - nth).padStart(2, '0')}`)),
    )
    const { examples, bound } = previewOf(many, 'new', null)
    expect(bound.person).toBe(30)
    expect(examples.map(({ subject }) => subject)).toEqual(['p29', 'p28', 'p27', 'p26', 'p25', 'p24', 'p23', 'p22', 'p21', 'p20'])
  })
})
