import { asksOf, getLesson, getPiece } from '~/content/lessons-find.server'
import { answersInside, recordAnswer } from '~/data/learn/answers.server'
import { findFamily, findProgress, recordDone, recordOpened } from '~/data/learn/progress.server'
import { transact } from '~/data/transact.server'
import { type Answer, isRight } from '~/domain/learn/grade'
import { seedOf } from '~/domain/learn/piece-seed'
import { readAnswer, type Sent } from '~/domain/learn/read-answer'
import { type PieceState, stateOf } from '~/domain/learn/shown-piece'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

type Where = { course: string; lesson: string; piece: string }

/** What came of an answer: how the piece stands now, and whether the lesson is done. */
export type Answered = { state: PieceState; done: boolean }

/**
 * Grades an answer to a piece and keeps it. A piece that is right stays right; the same wrong answer twice in a row is one answer;
 * an answer from a page that is no longer the latest changes nothing. The last right answer of a lesson completes it.
 */
export async function answerPiece(who: { personId: string }, at: Where, sent: Sent, now: Date): Promise<Answered | Refused> {
  const { course, lesson } = getLesson(at.course, at.lesson)
  const piece = getPiece(lesson, at.piece)
  const key = { personId: who.personId, course: course.id, lesson: lesson.id }
  const family = findFamily(who.personId)
  const wasDone = findProgress(who.personId, course.id).done.has(lesson.id)
  const id = newId(now)
  return transact(async (tx) => {
    const { answers: given, lastAt } = await answersInside(tx, family, key, piece.id)
    const before = stateOf(piece, given)
    if (before.right) return { state: before, done: wasDone }
    const read = readAnswer(piece, seedOf(who.personId, lesson.id, piece.id), before.latest ?? [], sent)
    if (read.kind === 'unclear') return refuse(read.reason)
    if (read.kind === 'stale' || isSame(read.answer, before.latest)) return { state: before, done: wasDone }
    const right = isRight(piece, read.answer)
    await recordOpened(tx, key, now)
    await recordAnswer(tx, key, { id, piece: piece.id, answer: read.answer, right, at: later(now, lastAt) })
    const done = right && (await recordDone(tx, { ...key, family }, asksOf(course, lesson), now))
    return { state: stateOf(piece, [...given, read.answer]), done: done || wasDone }
  })
}

/** Answers are read back in order of their instants: two of one instant would not be in order. */
const later = (now: Date, last: Date | null): Date => (last !== null && last >= now ? new Date(last.getTime() + 1) : now)

const isSame = (answer: Answer, latest: Answer | null): boolean => latest !== null && JSON.stringify(answer) === JSON.stringify(latest)
