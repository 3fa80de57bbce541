import { getLesson } from '~/content/lessons-find.server'
import { findProgress, recordOpened } from '~/data/learn/progress.server'
import { transact } from '~/data/transact.server'

/** Notes the first time a person opens a lesson. Later times write nothing. */
export async function openLesson(who: { personId: string }, at: { course: string; lesson: string }, now: Date): Promise<void> {
  getLesson(at.course, at.lesson)
  if (findProgress(who.personId, at.course).opened.has(at.lesson)) return
  await transact((tx) => recordOpened(tx, { personId: who.personId, course: at.course, lesson: at.lesson }, now))
}
