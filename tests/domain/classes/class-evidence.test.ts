import { describe, expect, it } from 'vitest'
import { type ClassPiece, classEvidenceChange, type ProofFacts, provedByClasses } from '~/domain/classes/class-evidence'
import type { Sitting } from '~/domain/classes/coverage'
import { type Day, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const found = parseDay(text)
  if (found === null) throw new Error(text)
  return found
}
const sat = (person: string, unit: string, part: string, on: string, more: Partial<Sitting> = {}): Sitting => ({
  ...{ person, unit, part, on: day(on), asDeputy: false, counts: true },
  ...more,
})
const holds = (person: string, unit: string) => ({ person, unit, from: day('2020-01-01'), to: null })
const proved = (sittings: Sitting[], more: Partial<ProofFacts> = {}) =>
  provedByClasses({
    ...{ topic: 'party-school-2026', binds: 'unit', rule: { parts: ['morning', 'test'], deputies: true }, sittings },
    ...{ responsible: [holds('wang', 'hospital')], on: day('2026-12-31') },
    ...more,
  }).map(({ unit, subjectKind, subjectId, on }) => `${unit} ${subjectKind} ${subjectId} ${on}`)

describe('what closed classes prove', () => {
  const whole = [sat('wang', 'hospital', 'morning', '2026-11-24'), sat('wang', 'hospital', 'test', '2026-11-24')]

  it('is that a person attended all parts, and that his unit is covered', () => {
    expect(proved(whole)).toEqual(['hospital person wang 2026-11-24', 'hospital unit hospital 2026-11-24'])
    expect(proved(whole, { binds: 'person' })).toEqual(['hospital person wang 2026-11-24'])
  })

  it('is nothing while a part is missing or does not count, and adds up over classes to the day of the last', () => {
    expect(proved(whole.slice(0, 1))).toEqual([])
    expect(proved([...whole.slice(0, 1), sat('wang', 'hospital', 'test', '2026-11-24', { counts: false })])).toEqual([])
    expect(proved([...whole.slice(0, 1), sat('wang', 'hospital', 'test', '2026-12-08')])).toEqual([
      'hospital person wang 2026-12-08',
      'hospital unit hospital 2026-12-08',
    ])
  })

  it('never joins two people into one', () => {
    const two = [sat('wang', 'hospital', 'morning', '2026-11-24'), sat('li', 'hospital', 'test', '2026-11-24')]
    expect(proved(two, { responsible: [holds('wang', 'hospital'), holds('li', 'hospital')] })).toEqual([])
  })

  it('lets a deputy cover his unit only where the programme allows it; he himself has been trained either way', () => {
    const deputy = whole.map((one) => ({ ...one, person: 'li', asDeputy: true }))
    expect(proved(deputy)).toEqual(['hospital person li 2026-11-24', 'hospital unit hospital 2026-11-24'])
    expect(proved(deputy, { rule: { parts: ['morning', 'test'], deputies: false } })).toEqual(['hospital person li 2026-11-24'])
  })
})

describe('closing anew', () => {
  const proofs = provedByClasses({
    ...{ topic: 't', binds: 'unit', rule: { parts: ['morning'], deputies: false }, on: day('2026-12-31') },
    sittings: [sat('wang', 'hospital', 'morning', '2026-11-24')],
    responsible: [holds('wang', 'hospital')],
  })
  const piece = (id: string, subjectId: string, subjectKind: string): ClassPiece => ({
    ...{ id, unit: 'hospital', subjectKind, subjectId, topic: 't', on: '2026-11-24' },
  })

  it('keeps what both prove, takes back what no longer holds, writes what is new', () => {
    const change = classEvidenceChange([piece('a', 'wang', 'person'), piece('b', 'li', 'person')], proofs)
    expect(change.revoke.map(({ id }) => id)).toEqual(['b'])
    expect(change.record).toMatchObject([{ subjectKind: 'unit', subjectId: 'hospital' }])
  })

  it('keeps one of two pieces that say the same', () => {
    const change = classEvidenceChange([piece('a', 'wang', 'person'), piece('b', 'wang', 'person')], proofs)
    expect(change.revoke.map(({ id }) => id)).toEqual(['b'])
  })
})
