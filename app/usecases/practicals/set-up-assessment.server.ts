import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { openAssessmentInside, recordAssessment } from '~/data/practicals/assessment-writers.server'
import { type AtUnit, peopleAtUnit } from '~/data/practicals/candidates.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { type Checklist, rightToObserve } from '~/domain/practicals/checklist'
import { practicalSince } from '~/domain/practicals/held'
import type { Day } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

type Wish = { unitId: string; personId: string; checklist: string; observers: readonly string[] }
type Named = { personId: string; as: string }

/** By what right somebody at the unit observes this checklist; null where he may not. */
export const rightOf = (checklist: Checklist, somebody: AtUnit, today: Day): string | null =>
  rightToObserve(checklist, { ...somebody, isAssessed: practicalSince(somebody.evidence, checklist.topic, today) !== null })

/** The manager names who is to be assessed, by which checklist, and who observes. Nobody observes himself; two are two different people. */
export async function setUpAssessment(acting: Acting, wish: Wish): Promise<{ kind: 'set-up'; id: string } | Refused> {
  const { now, today, actor } = acting
  const unit = await findUnit(scopeFor(actor.grants, 'manage', today), wish.unitId, today)
  if (unit === null) throw new NotFound()
  const checklist = catalogue().practicals.get(wish.checklist)
  if (checklist === undefined) return refuse('practicals:refusal.noChecklist', 'checklist')
  const people = peopleAtUnit(unit, today)
  const person = people.find(({ family }) => family.includes(wish.personId))
  if (person === undefined || person.positions.length + person.coming.length === 0) return refuse('practicals:refusal.noPerson', 'personId')
  const observers = namedObservers(checklist, person, people, wish.observers, today)
  if (!Array.isArray(observers)) return observers
  const [id, auditId] = [newId(now), newId(now)]
  const open = await transact(async (tx) => {
    const already = await openAssessmentInside(tx, unit.id, person.family, checklist.id)
    if (already !== null) return already
    const row = { id, unitId: unit.id, personId: person.id, checklist: checklist.id, revision: checklist.revision }
    await recordAssessment(tx, { ...row, createdAt: now, createdBy: actor.accountId, observers })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'practicals.assessmentSetUp',
      target: { kind: 'person', id: person.id },
      unitId: unit.id,
      detail: { assessment: id, checklist: checklist.id, observers: observers.map(({ personId }) => personId).join(' ') },
    })
    return null
  })
  return open === null ? { kind: 'set-up', id } : refuse('practicals:refusal.alreadyOpen', 'checklist')
}

function namedObservers(
  checklist: Checklist,
  person: AtUnit,
  people: readonly AtUnit[],
  wished: readonly string[],
  today: Day,
): Named[] | Refused {
  const { count } = checklist.observers
  const asked = wished.filter((id) => id !== '')
  const named: Named[] = []
  for (const [nth, id] of asked.entries()) {
    const field = nth === 0 ? 'first' : 'second'
    const observer = people.find(({ family }) => family.includes(id))
    if (observer === undefined) return refuse('practicals:refusal.observerNotHere', field)
    if (observer.id === person.id) return refuse('practicals:refusal.himself', field)
    if (named.some(({ personId }) => personId === observer.id)) return refuse('practicals:refusal.samePerson', field)
    const as = rightOf(checklist, observer, today)
    if (as === null) return refuse('practicals:refusal.mayNotObserve', field, { name: observer.name })
    named.push({ personId: observer.id, as })
  }
  if (named.length !== count)
    return refuse(`practicals:refusal.observers${count}`, named.length < count && named.length === 1 ? 'second' : 'first')
  return named
}
