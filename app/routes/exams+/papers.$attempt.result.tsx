import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bankTopic, examOf, paperTitle, questionReasons } from '~/content/exam.server'
import { getRefresher, periodCounted } from '~/content/refresher.server'
import { findOfAttempt } from '~/data/credentials/certificates.server'
import { type AttemptRow, asPast, findAttempts, findOwnAttempt, findPaperQuestions } from '~/data/exams/attempts.server'
import { findDutyOfPaper } from '~/data/learn/refreshers.server'
import type { Exam } from '~/domain/exams/exam'
import { startVerdict } from '~/domain/exams/may-start'
import { studyAgain } from '~/domain/exams/study-again'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { dayText, instantText } from '~/i18n/format'
import { PaperResult } from '~/ui/exams/paper-result'
import { titled } from '~/ui/shell/title'
import { closeIfDue } from '~/usecases/exams/close-due-attempts.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export const loader = serve('person', async (ctx, { request, params }) => {
  const id = param(params, 'attempt')
  const { personId } = ctx.actor
  const found = findOwnAttempt(personId, id)
  const attempt = found && (await closeIfDue(found, ctx.now)) ? findOwnAttempt(personId, id) : found
  const exam = attempt && examOf(attempt.course)
  if (!attempt || !exam) throw new NotFound()
  if (attempt.closedAt === null) throw redirect(`/papers/${id}`, 303)
  const { locale } = ctx
  const certificate = findOfAttempt(id)
  return {
    id,
    courseTitle: paperTitle(attempt.course, locale) ?? '',
    unitName: attempt.unitName,
    score: attempt.score ?? 0,
    passMark: exam.pass,
    passed: attempt.passed === true,
    atDeadline: attempt.closedBy === 'deadline',
    closedAt: instantText(attempt.closedAt, locale),
    late: new URL(request.url).searchParams.has('late'),
    certificateId: certificate?.id ?? null,
    counted: exam.certifies ? null : counted(attempt, attempt.closedAt, locale),
    study: attempt.passed ? [] : study(attempt, exam, locale),
    reasons: attempt.passed ? reasons(id, locale) : [],
    retake: attempt.passed ? null : retake(personId, attempt.course, exam, ctx.now, locale),
    paperAddress: exam.certifies ? `/courses/${attempt.course}/paper${attempt.postId ? `?seat=${attempt.postId}` : ''}` : '/refreshers',
  }
})

/** The period for which a passed refresher counts: the one that holds the day on which it was handed in. */
function counted({ id }: AttemptRow, closedAt: Date, locale: Locale): { first: string; last: string } {
  const { first, last } = periodCounted(findDutyOfPaper(id), civilDay(closedAt))
  return { first: dayText(first, locale), last: dayText(last, locale) }
}

/** What to study, by topic; which questions were wrong is not said. */
function study({ id, course }: AttemptRow, exam: Exam, locale: Locale) {
  const marks = findPaperQuestions(id).flatMap(({ questionId, right }) => {
    const topic = exam.questions.get(questionId)?.topic
    return topic === undefined ? [] : [{ topic, right: right === true }]
  })
  const whole = { href: `/courses/${exam.certifies ? course : getRefresher().course}`, title: null }
  return studyAgain(marks).map(({ topic, wrong, of }) => {
    const known = bankTopic(course, topic)
    const lessons = known?.lessons.map((lesson) => ({
      href: `/courses/${known.course}/lessons/${lesson.id}`,
      title: lesson[locale].title,
    }))
    return {
      topic,
      title: known?.title[locale] ?? topic,
      wrong,
      of,
      lessons: lessons && lessons.length > 0 ? lessons : [whole],
    }
  })
}

function reasons(id: string, locale: Locale) {
  return findPaperQuestions(id)
    .filter((question) => question.right !== true)
    .flatMap(({ ordinal, questionId }) => {
      const found = questionReasons(questionId)
      return found
        ? [{ ordinal, stem: found.stem[locale], explanation: found.explanation[locale], source: found.source, reprint: found.reprint }]
        : []
    })
}

/** When the next paper may be started: an instant in words, or null for now. */
function retake(personId: string, course: string, exam: Exam, now: Date, locale: Locale): { until: string | null } {
  const verdict = startVerdict(findAttempts(personId, course).map(asPast), exam.retakeAfterMinutes, now)
  return { until: verdict.kind === 'wait' ? instantText(verdict.until, locale) : null }
}

export const handle = titled<typeof loader>((t, { courseTitle }) => `${courseTitle} · ${t('exams:result.title')}`)

export default function Result() {
  return <PaperResult result={useLoaderData<typeof loader>()} />
}
