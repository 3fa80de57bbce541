import { subjectsWithEvidence } from '~/data/classes/evidence-answering.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import type { Member } from '~/domain/classes/members'
import { firstDayOf, lastDayOf } from '~/domain/classes/programme-body'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { type Day, parseDay } from '~/domain/shared/day'
import { dutyNow } from '~/usecases/duties/duties-now.server'

/** What somebody has already: evidence of this kind and topic, of this day. */
export type Held = { kind: string; topic: string; on: Day }

const ever = parseDay('1900-01-01')

/**
 * Who of these lines has what the duty of the programme asks for, whichever way he came by it, and so is not asked again. A duty of the
 * calendar is looked at on the last day of the programme's year at the latest: what is of another year does not answer it.
 */
export function answeredAlready({ body }: Pick<ProgrammeFacts, 'body'>, members: readonly Member[], today: Day): Map<string, Held> {
  const rule = dutyNow(body.duty)?.rule
  const found = new Map<string, Held>()
  if (rule === undefined || rule.binds !== body.binds || ever === null) return found
  const isOfYear = rule.cadence.kind === 'calendar'
  const on = isOfYear && today > lastDayOf(body.year) ? lastDayOf(body.year) : today
  const from = isOfYear ? firstDayOf(body.year) : ever
  const subjects = members.map(({ subjectId }) => subjectId)
  const likely = subjectsWithEvidence({ subjectKind: body.binds, subjects, counts: rule.counts, from })
  const asked = members.filter(({ subjectId }) => likely.has(subjectId))
  const people = body.binds === 'person' ? asked.map(({ subjectId }) => subjectId) : []
  const facts = factsOfPeople(
    people,
    [rule],
    asked.map(({ unitId }) => unitId),
  )
  const index = indexFacts(facts)
  if (!index.duties.has(rule.id)) return found
  const pieces = new Map(facts.evidence.map((piece) => [piece.id, piece]))
  for (const { id, subjectId } of asked) {
    const { standing, by } = standingOf(index, rule.id, subjectId, on)
    const piece = standing === 'met' && by !== null ? pieces.get(by) : undefined
    if (piece !== undefined) found.set(id, { kind: piece.kind, topic: piece.topic, on: piece.on })
  }
  return found
}
