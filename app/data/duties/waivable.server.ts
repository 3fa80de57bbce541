import type { Duty, SubjectKind } from '~/domain/duties/facts'
import { dutiesBinding } from '~/domain/duties/standing'
import type { Day } from '~/domain/shared/day'
import { standingsAt } from './roll.server'
import type { ScopedUnit } from './unit-clearance.server'

export type WaivableSubject = { id: string; name: string; position: string | null }
export type Waivable = { duty: Duty; subjects: readonly WaivableSubject[] }

/** The duties that may be lifted at a unit today, each with those whom it binds there. The unit must come from a scoped finder. */
export function waivableAt(unit: ScopedUnit, duties: readonly Duty[], today: Day): readonly Waivable[] {
  const { index, grouped } = standingsAt([unit], duties, today)
  const byDuty = new Map<string, Map<string, WaivableSubject>>()
  const note = (kind: SubjectKind, subject: WaivableSubject) => {
    for (const duty of dutiesBinding(index, kind, subject.id, today))
      byDuty.set(duty, (byDuty.get(duty) ?? new Map()).set(subject.id, subject))
  }
  note('unit', { id: unit.id, name: unit.name, position: null })
  for (const { post } of grouped) {
    note('person', { id: post.personId, name: post.name, position: post.position })
    note('post', { id: post.id, name: post.name, position: post.position })
  }
  return [...index.duties.values()].flatMap(({ duty }) => {
    const subjects = byDuty.get(duty.id)
    return subjects === undefined || duty.bars || duty.cadence.kind === 'gate' ? [] : [{ duty, subjects: [...subjects.values()] }]
  })
}
