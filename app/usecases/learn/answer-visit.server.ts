import { getVisit } from '~/content/visits.server'
import { findOwnVisitRun, recordVisitAnswers, type VisitRunRow } from '~/data/learn/visit-runs.server'
import { transact } from '~/data/transact.server'
import { readChoice, readLook } from '~/domain/learn/visit/shown-visit'
import type { VisitAnswers } from '~/domain/learn/visit/visit'
import { visitStage } from '~/domain/learn/visit/walk-visit'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'

/** What a form of a door says. `step` is how many answers the page had seen when it was made. */
export type VisitForm = { runId: string; step: number; picks: readonly string[] }
type Handed = { kind: 'handed' } | Refused

/** How many answers of a visit were handed in: the look, then each choice. */
export const stepOf = ({ looked, picks }: VisitAnswers): number => (looked === null ? 0 : 1 + picks.length)

/**
 * Hands in the look or a choice of one's own visit. What was sent twice, or from a page that is behind, changes nothing.
 * Somebody else's visit, and one to another door, are not found.
 */
export async function answerVisit(who: { personId: string }, slug: string, form: VisitForm, now: Date): Promise<Handed> {
  const run = findOwnVisitRun(who.personId, form.runId)
  if (run === null || run.door !== slug) throw new NotFound()
  if (run.endedAt !== null || form.step !== stepOf(run.answers)) return { kind: 'handed' }
  if (form.picks.length === 0) return refuse('visits:unclear.nothing')
  const after = nextAnswers(run, form.picks)
  if (after === null) return refuse('visits:unclear.unreadable')
  const isClosed = visitStage(getVisit(slug), after)?.kind === 'closed'
  await transact((tx) => recordVisitAnswers(tx, run.id, { before: run.answers, after, endedAt: isClosed ? now : null }))
  return { kind: 'handed' }
}

function nextAnswers({ id, door, answers }: VisitRunRow, sent: readonly string[]): VisitAnswers | null {
  const visit = getVisit(door)
  const stage = visitStage(visit, answers)
  if (stage === null) return null
  if (stage.kind === 'look') {
    const looked = readLook(visit, sent)
    return looked && { looked, picks: [] }
  }
  const { now, steps } = stage.walk
  const [first, ...rest] = sent
  if (now === null || first === undefined || rest.length > 0) return null
  const pick = readChoice(now, steps, id, first)
  return pick === null ? null : { looked: answers.looked, picks: [...answers.picks, pick] }
}
