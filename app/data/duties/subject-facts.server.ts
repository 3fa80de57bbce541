import { z } from 'zod'
import type { Duty, Facts } from '~/domain/duties/facts'
import { statement } from '../db.server'
import { factsOfPeople } from './facts.server'

const holder = z.object({ personId: z.string() })

/** What the rule needs to answer for one subject at one unit: the unit itself, a person, or a post there. The unit must be in scope. */
export function factsOfSubject(subjectId: string, unitId: string, duties: readonly Duty[]): Facts {
  if (subjectId === unitId) return factsOfPeople([], duties, [unitId])
  const found = holder.safeParse(statement('SELECT "personId" FROM "Post" WHERE "id" = ?').get(subjectId))
  return factsOfPeople([found.success ? found.data.personId : subjectId], duties, [unitId])
}
