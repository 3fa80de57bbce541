import { type Refused, refuse } from '../shared/refusal'
import { type ClassPart, clash } from './class-body'

export type DoorFacts = {
  binds: 'unit' | 'person'
  /** Whether the programme lets a deputy cover his unit. */
  deputies: boolean
  /** Whether he holds one of the positions that answer for the unit, on the day of the part. */
  isResponsible: boolean
  /** His claims of this class that have not ended: for this unit, in this classroom. */
  seatedHere: boolean
  parts: readonly ClassPart[]
  /** Parts of other classes where he has a claim. */
  elsewhere: readonly ClassPart[]
}

/**
 * Whether somebody who stands at the door may be let in, and as what: as deputy where he does not answer for his unit. Refuses whoever sits
 * there already or is expected elsewhere at the same time, and deputies where the programme takes none.
 */
export function admitted(facts: DoorFacts): { kind: 'admitted'; asDeputy: boolean } | Refused {
  if (facts.seatedHere) return refuse('classcall:refusal.seatedHere', 'personId')
  if (facts.elsewhere.some((one) => facts.parts.some((part) => clash(one, part)))) return refuse('classcall:refusal.elsewhere', 'personId')
  const asDeputy = facts.binds === 'unit' && !facts.isResponsible
  return asDeputy && !facts.deputies ? refuse('classcall:refusal.noDeputies', 'personId') : { kind: 'admitted', asDeputy }
}
