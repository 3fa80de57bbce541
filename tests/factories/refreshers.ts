import { catalogue } from '~/content/catalogue.server'
import { examOf } from '~/content/exam.server'
import { publishedLesson } from '~/content/refresher.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { findOwnRefresher } from '~/data/learn/refreshers.server'
import { transact } from '~/data/transact.server'
import { positionsOf } from '~/domain/exams/paper-form'
import { parseDay } from '~/domain/shared/day'
import { saveAnswers } from '~/usecases/exams/save-answers.server'
import { openLesson } from '~/usecases/learn/open-lesson.server'
import { readRefresherCase, readRefresherLesson } from '~/usecases/learn/read-refresher.server'

/** The whole course passed for a post: lessons, a closed paper with these questions in it wrong, and the evidence. */
export async function hasPassedCourse(
  personId: string,
  { unitId = 'market', position = 'employee', on = '2025-12-20', wrong = [] as readonly string[], right = [] as readonly string[] } = {},
): Promise<void> {
  const day = parseDay(on)
  const exam = examOf('pre-job')
  if (day === null || exam === null) throw new Error('no such day')
  const at = new Date(`${on}T02:00:00Z`)
  const id = `passed-${personId}-${unitId}-${position}-${on}`
  await transact(async (tx) => {
    for (const { id: lesson } of catalogue().courses.get('pre-job')?.lessons ?? []) {
      const key = { personId, course: 'pre-job', lesson }
      const done = { openedAt: at, completedAt: at }
      await tx.lessonProgress.upsert({ where: { personId_course_lesson: key }, create: { ...key, ...done }, update: {} })
    }
    await tx.attempt.create({
      data: {
        id,
        personId,
        course: 'pre-job',
        position,
        unitId,
        postId: `post-${personId}-${unitId}-${position}`,
        startedAt: at,
        deadlineAt: new Date(at.getTime() + 25 * 60_000),
        closedAt: at,
        closedBy: 'person',
        score: 90,
        passed: true,
        evidenceId: `${id}-gate`,
        questions: {
          create: [...wrong, ...right].map((questionId, nth) => ({
            ordinal: nth + 1,
            questionId,
            revision: exam.questions.get(questionId)?.revision ?? 1,
            options: JSON.stringify(exam.questions.get(questionId)?.options ?? []),
            right: right.includes(questionId),
          })),
        },
      },
    })
    for (const [name, topic] of [
      ['gate', `pre-job-${position}`],
      ['basics', 'basics'],
    ] as const)
      await recordEvidence(tx, {
        id: `${id}-${name}`,
        kind: 'course',
        topic,
        subjectKind: 'person',
        subjectId: personId,
        unitId,
        position,
        on: day,
        passed: true,
        validThrough: null,
        sourceKind: 'attempt',
        sourceId: id,
        recordedBy: `account-${personId}`,
        recordedAt: at,
      })
  })
}

/** Opens every lesson and the case of a round, as its pages do. */
export async function readsAll(personId: string, refresherId: string, now: Date): Promise<void> {
  for (const lesson of findOwnRefresher(personId, refresherId)?.facts.lessons ?? []) {
    await openLesson({ personId }, { course: publishedLesson(lesson)?.course.id ?? '', lesson }, now)
    await readRefresherLesson({ personId }, lesson, now)
  }
  await readRefresherCase({ personId }, refresherId, now)
}

/** Answers the ten questions rightly, but for the first `wrong`. */
export async function answersTen(personId: string, attemptId: string, now: Date, wrong = 0): Promise<void> {
  const exam = examOf('refresher')
  const picked = findPaperQuestions(attemptId)
    .filter(({ ordinal }) => ordinal > wrong)
    .map(({ ordinal, questionId, options }) => ({ ordinal, positions: positionsOf(options, exam?.questions.get(questionId)?.key ?? []) }))
  const outcome = await saveAnswers({ personId, attemptId, picked, now })
  if (outcome.kind !== 'saved') throw new Error(outcome.reason)
}
