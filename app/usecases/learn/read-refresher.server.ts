import { findNewestRefresher, findOwnRefresher, type RefresherRow, recordCaseRead, recordReading } from '~/data/learn/refreshers.server'
import { transact } from '~/data/transact.server'
import { roundState } from '~/domain/learn/refresher-round'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'

/** Notes that a lesson was opened where it belongs to the person's round under way. True where it does. */
export async function readRefresherLesson(who: { personId: string }, lesson: string, now: Date): Promise<boolean> {
  const round = findNewestRefresher(who.personId)
  if (round === null || !round.facts.lessons.includes(lesson) || roundState(round.facts, civilDay(now)) !== 'live') return false
  if (!round.facts.read.has(lesson)) await transact((tx) => recordReading(tx, round.id, lesson, now))
  return true
}

/** Notes that the case of one's own round was opened; a round that is over stays as it was. Somebody else's is not found. */
export async function readRefresherCase(who: { personId: string }, refresherId: string, now: Date): Promise<RefresherRow> {
  const round = findOwnRefresher(who.personId, refresherId)
  if (round === null) throw new NotFound()
  if (!round.facts.caseRead && roundState(round.facts, civilDay(now)) === 'live') await transact((tx) => recordCaseRead(tx, round.id, now))
  return round
}
