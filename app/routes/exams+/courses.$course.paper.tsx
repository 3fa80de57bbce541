import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import { examOf } from '~/content/exam.server'
import { type AttemptRow, asPast, findAttempts, findCompletedLessons } from '~/data/exams/attempts.server'
import { findSeats, type Seat } from '~/data/org/seats.server'
import { startVerdict } from '~/domain/exams/may-start'
import { isFor } from '~/domain/learn/course-seats'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import { instantText } from '~/i18n/format'
import { PaperIntro } from '~/ui/exams/paper-intro'
import { titled } from '~/ui/shell/title'
import { closeIfDue } from '~/usecases/exams/close-due-attempts.server'
import { startAttempt } from '~/usecases/exams/start-attempt.server'
import { refresherOfCourse } from '../learn+/refresher-now.server'

export const loader = serve('person', async (ctx, { request, params }) => {
  const course = param(params, 'course')
  const exam = examOf(course)
  const loaded = catalogue().courses.get(course)
  if (!exam || !loaded) throw new NotFound()
  const { personId } = ctx.actor
  const asked = new URL(request.url).searchParams.get('seat')
  const current = findSeats(personId).filter((seat) => seat.to === null || seat.to >= formatDay(ctx.today))
  const seats = current.filter(({ position }) => isFor(loaded.zh.positions, position))
  if (asked !== null && !findSeats(personId).some((seat) => seat.id === asked)) throw new NotFound()
  const attempts = await attemptsNow(ctx, course)
  const done = findCompletedLessons(personId, course)
  const { refresher, passed } = refresherOfCourse(ctx, course)
  return {
    course,
    title: loaded[ctx.locale].title,
    count: exam.count,
    minutes: exam.minutes,
    pass: exam.pass,
    retakeAfterMinutes: exam.retakeAfterMinutes,
    refresher,
    seats: seats.map((seat) => ({ ...shownSeat(seat, ctx), isPassed: passed.has(seat.id) })),
    others: current.length > 0 && seats.length === 0 ? loaded.zh.positions.map((position) => positionName(position, ctx.locale)) : [],
    seatId: seats.find((seat) => seat.id === asked)?.id ?? seats[0]?.id ?? null,
    missing: loaded.lessons.filter((lesson) => !done.has(lesson.id)).map((lesson) => ({ id: lesson.id, title: lesson[ctx.locale].title })),
    start: shownStart(attempts, exam.retakeAfterMinutes, ctx),
    attempts: attempts.map(({ id, startedAt, score, passed, closedAt }) => ({
      id,
      startedAt: instantText(startedAt, ctx.locale),
      outcome: closedAt === null ? ('Open' as const) : passed ? ('Passed' as const) : ('Failed' as const),
      score: score ?? 0,
    })),
  }
})

async function attemptsNow(ctx: Signed, course: string): Promise<AttemptRow[]> {
  const attempts = findAttempts(ctx.actor.personId, course)
  const closed = await Promise.all(attempts.map((attempt) => closeIfDue(attempt, ctx.now)))
  return closed.some(Boolean) ? findAttempts(ctx.actor.personId, course) : attempts
}

const shownSeat = ({ id, joinId, position, unitName }: Seat, { locale }: Signed) => ({
  id,
  position: positionName(position, locale),
  unitName,
  waiting: joinId !== null,
})

function shownStart(attempts: readonly AttemptRow[], retakeAfterMinutes: number, { now, locale }: Signed) {
  const verdict = startVerdict(attempts.map(asPast), retakeAfterMinutes, now)
  const open = attempts.find((attempt) => attempt.closedAt === null)
  const passed = attempts.some((attempt) => attempt.passed)
  if (open) {
    const { id, deadlineAt, position, unitName } = open
    return { kind: 'resume' as const, attemptId: id, until: clockText(deadlineAt), position: positionName(position, locale), unitName }
  }
  return verdict.kind === 'wait' ? { kind: 'wait' as const, until: instantText(verdict.until, locale) } : { kind: 'start' as const, passed }
}

const schema = z.object({ seat: z.string().min(1, 'exams:intro.noSeatTitle') })

export const action = serve('person', async (ctx, { request, params }) => {
  const form = await formOf(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const { personId } = ctx.actor
  const { now, locale } = ctx
  const outcome = await startAttempt({ personId, course: param(params, 'course'), seatId: parsed.value.seat, now, locale })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/papers/${outcome.attemptId}`, 303)
})

export const handle = titled<typeof loader>((t, { title }) => t('exams:intro.title', { course: title }))

export default function PaperPage() {
  return <PaperIntro intro={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
