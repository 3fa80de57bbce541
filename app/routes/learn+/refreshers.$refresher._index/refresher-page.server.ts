import type { LoadedLesson } from '~/content/courses.server'
import { examOf } from '~/content/exam.server'
import { asPublished, getCase, getRefresher, publishedLesson, refresherRules } from '~/content/refresher.server'
import { type AttemptRow, asPast, findAttempts } from '~/data/exams/attempts.server'
import { findOwnRefresher, type KeptReason, type RefresherRow } from '~/data/learn/refreshers.server'
import { startVerdict } from '~/domain/exams/may-start'
import { leftToOpen, nextRoundStep, roundState } from '~/domain/learn/refresher-round'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Signed } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import type { Locale } from '~/i18n/config'
import { dayText, instantText } from '~/i18n/format'
import type { PaperState, RefresherFacts, ShownReason } from '~/ui/learn/refresher-view'
import { closeIfDue } from '~/usecases/exams/close-due-attempts.server'

/** How often the duty of a round asks: names the refresher on its pages. */
export function everyOf({ dutyId }: Pick<RefresherRow, 'dutyId'>): RefresherFacts['every'] {
  const cadence = refresherRules().rules.find(({ id }) => id === dutyId)?.cadence
  return cadence?.kind === 'calendar' ? cadence.every : 'P6M'
}

function shownReason(reason: KeptReason, { zh: { changed } }: LoadedLesson, locale: Locale): ShownReason {
  const on = reason.on === null ? '' : dayText(reason.on, locale)
  switch (reason.kind) {
    case 'question':
      return { key: 'question', values: { on, count: reason.count } }
    case 'piece':
      return { key: 'piece', values: { on } }
    case 'changed': {
      const same = changed && formatDay(changed.on) === reason.on
      return same ? { key: 'changedTo', values: { on, what: changed.what[locale] } } : { key: 'changed', values: { on } }
    }
    case 'longAgo':
      return reason.on === null ? { key: 'never', values: {} } : { key: 'longAgo', values: { on } }
  }
}

function lessonsOf({ lessons, facts }: RefresherRow, locale: Locale): RefresherFacts['lessons'] {
  return lessons.flatMap(({ lesson: id, reasons }) => {
    const found = publishedLesson(id)
    if (!found) return []
    const { course, lesson } = found
    return [
      {
        id,
        title: lesson[locale].title,
        href: `/courses/${course.id}/lessons/${id}`,
        isRead: facts.read.has(id),
        reasons: reasons.map((reason) => shownReason(reason, lesson, locale)),
      },
    ]
  })
}

function paperState(round: RefresherRow, attempts: readonly AttemptRow[], { now, locale }: Signed): PaperState {
  const retakeAfter = getRefresher().paper.retakeAfterMinutes
  const verdict = startVerdict(attempts.map(asPast), retakeAfter, now)
  const open = attempts.find((attempt) => attempt.closedAt === null)
  if (open) return { kind: 'resume', href: `/papers/${open.id}`, until: clockText(open.deadlineAt) }
  const last = round.facts.attempt === null ? null : `/papers/${round.facts.attempt.id}/result`
  return verdict.kind === 'wait' ? { kind: 'wait', until: instantText(verdict.until, locale), last } : { kind: 'start', last }
}

/** One's own round: what is left of it, why each lesson was chosen, and the paper. Somebody else's is not found. */
export async function refresherPage(ctx: Signed, id: string): Promise<RefresherFacts> {
  const { personId } = ctx.actor
  const { id: course, paper } = getRefresher()
  const attempts = findAttempts(personId, course)
  const closed = await Promise.all(attempts.map((attempt) => closeIfDue(attempt, ctx.now)))
  const round = findOwnRefresher(personId, id)
  const exam = examOf(course)
  if (round === null || exam === null) throw new NotFound()
  const facts = asPublished(round.facts)
  const lessons = lessonsOf(round, ctx.locale)
  const step = nextRoundStep(facts)
  return {
    id,
    every: everyOf(round),
    state: roundState(facts, ctx.today),
    last: dayText(round.periodLast, ctx.locale),
    left: leftToOpen(facts),
    next: step.kind === 'lesson' ? (lessons.find((lesson) => lesson.id === step.lesson) ?? null) : step.kind,
    lessons,
    warning: {
      title: getCase(round.caseSlug)[ctx.locale].title,
      href: `/refreshers/${id}/case`,
      isRead: facts.caseRead,
    },
    paper: {
      count: exam.count,
      minutes: paper.minutes,
      pass: paper.pass,
      state: paperState(round, closed.some(Boolean) ? findAttempts(personId, course) : attempts, ctx),
      result: facts.attempt?.passed ? `/papers/${facts.attempt.id}/result` : null,
    },
  }
}
