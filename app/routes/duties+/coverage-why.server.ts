import { owedLine } from '~/content/duty-lines.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { factsOfSubject } from '~/data/duties/subject-facts.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { owedAt } from '~/domain/duties/owed'
import { indexFacts } from '~/domain/duties/standing'
import type { Day } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { DutyLine } from '~/ui/duties/duty-line'
import { rulesNow } from '~/usecases/duties/duties-now.server'

type Row = { dutyId: string; unitId: string; subjectId: string }
type Sight = { units: readonly Pick<ScopedUnit, 'id' | 'name'>[]; on: Day; locale: Locale }

/** One row of the list with everything 为什么 opens to, from the facts of its subject alone. The units are those in the reader's sight. */
export function rowWhy({ dutyId, unitId, subjectId }: Row, { units, on, locale }: Sight): DutyLine | null {
  const duties = rulesNow()
  const facts = factsOfSubject(subjectId, unitId, duties)
  const owed = owedAt(indexFacts(facts), dutyId, subjectId, unitId, on)
  if (owed === null) return null
  return owedLine(owed, {
    locale,
    unitNames: new Map(units.map(({ id, name }) => [id, name])),
    evidence: new Map(facts.evidence.map((piece) => [piece.id, piece])),
    afterwards: enteredAfterwards(facts.evidence),
    startsOn: null,
  })
}
