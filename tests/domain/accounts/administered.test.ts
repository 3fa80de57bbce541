import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alwaysAdministered, grantState } from '~/domain/accounts/administered'
import { addDays, type Day, parseDay } from '~/domain/shared/day'

const first = parseDay('2026-03-10')
if (first === null) throw new Error('a day')
const today: Day = first
const on = (offset: number | null) => (offset === null ? null : addDays(today, offset))
const administrator = (from: number, to: number | null) => ({ role: 'administrator' as const, from: addDays(today, from), to: on(to) })

describe('an installation is never without an administrator', () => {
  it('one without end is enough; one with an end is not', () => {
    expect(alwaysAdministered([administrator(-10, null)], today)).toBe(true)
    expect(alwaysAdministered([administrator(-10, 400)], today)).toBe(false)
    expect(alwaysAdministered([], today)).toBe(false)
  })
  it('a successor who begins the day after will do, two days after will not', () => {
    expect(alwaysAdministered([administrator(-10, 5), administrator(6, null)], today)).toBe(true)
    expect(alwaysAdministered([administrator(-10, 5), administrator(7, null)], today)).toBe(false)
  })
  it('managers do not count', () => {
    expect(alwaysAdministered([{ ...administrator(-1, null), role: 'manager' as const }], today)).toBe(false)
  })
  it('agrees with looking at every day', () => {
    const span = fc.tuple(fc.integer({ min: -3, max: 12 }), fc.option(fc.integer({ min: -3, max: 15 }), { nil: null }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
        const grants = spans.map(([from, to]) => administrator(from, to))
        const everyDay = Array.from({ length: 30 }, (_, offset) => addDays(today, offset)).every((day) =>
          grants.some((grant) => grant.from <= day && (grant.to === null || day <= grant.to)),
        )
        expect(alwaysAdministered(grants, today)).toBe(everyDay)
      }),
    )
  })
})

describe('a right over time', () => {
  const grant = { id: 'g', role: 'manager' as const, placePath: null, unitId: 'u', sectors: '*' as const }
  it.each([
    [0, null, 'inForce'],
    [0, 0, 'inForce'],
    [-5, -1, 'ended'],
    [1, null, 'coming'],
    [3, 0, 'ended'],
  ] as const)('from %s to %s is %s', (from, to, state) => {
    expect(grantState({ ...grant, from: addDays(today, from), to: on(to) }, today)).toBe(state)
  })
})
