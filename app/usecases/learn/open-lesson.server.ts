import { getLesson } from '~/content/lessons-find.server'
import { findProgress, type Progress, recordOpened } from '~/data/learn/progress.server'
import { transact } from '~/data/transact.server'

/** Notes the first time a person opens a lesson; later times write nothing. Returns what was opened and done before. */
export async function openLesson(who: { personId: string }, at: { course: string; lesson: string }, now: Date): Promise<Progress> {
  getLesson(at.course, at.lesson)
  const progress = findProgress(who.personId, at.course)
  if (!progress.opened.has(at.lesson))
    await transact((tx) => recordOpened(tx, { personId: who.personId, course: at.course, lesson: at.lesson }, now))
  return progress
}
