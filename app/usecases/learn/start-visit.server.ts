import { getVisit } from '~/content/visits.server'
import { findVisitRuns, recordVisitStarted } from '~/data/learn/visit-runs.server'
import { transact } from '~/data/transact.server'
import { notYetAnswered } from '~/domain/learn/visit/visit'
import { visitStage } from '~/domain/learn/visit/walk-visit'
import { newId } from '~/gateways/secrets.server'

/** Begins a visit to a door, or goes on with the one under way. A visit that content has outgrown is left as it was. */
export async function startVisit(who: { personId: string }, slug: string, now: Date): Promise<{ kind: 'begun'; runId: string }> {
  const visit = getVisit(slug)
  const open = findVisitRuns(who.personId).find(
    ({ door, endedAt, answers }) => door === slug && endedAt === null && visitStage(visit, answers) !== null,
  )
  if (open) return { kind: 'begun', runId: open.id }
  const run = { id: newId(now), personId: who.personId, door: slug, startedAt: now, answers: notYetAnswered }
  await transact((tx) => recordVisitStarted(tx, run))
  return { kind: 'begun', runId: run.id }
}
