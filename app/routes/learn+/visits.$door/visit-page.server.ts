import { getCourse } from '~/content/lessons-find.server'
import { pictureIn } from '~/content/pictures.server'
import type { VisitText } from '~/content/visit-schema'
import { getStreet, getVisit, visitSource } from '~/content/visits.server'
import { findOwnVisitRun, findVisitRuns, type VisitRunRow } from '~/data/learn/visit-runs.server'
import { shownVisit } from '~/domain/learn/visit/shown-visit'
import { visitStage } from '~/domain/learn/visit/walk-visit'
import { NotFound } from '~/domain/shared/faults'
import { civilDay } from '~/http/civil-day'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import type { StreetFacts } from '~/ui/learn/visits/street-view'
import type { VisitFacts, VisitRunFacts } from '~/ui/learn/visits/visit-view'
import { stepOf } from '~/usecases/learn/answer-visit.server'

const dayOf = (instant: Date, locale: Locale) => dayText(civilDay(instant), locale)

/** The street: eight doors, and how far one is at each. */
export function streetPage(ctx: Signed): StreetFacts {
  const { folder, street, doors } = getStreet()
  const { locale } = ctx
  const runs = findVisitRuns(ctx.actor.personId)
  const course = getCourse(street.course)
  return {
    drawing: pictureIn(folder, 'street', locale),
    alt: street.alt[locale],
    course: { href: `/courses/${course.id}`, title: course[locale].title },
    doors: [...doors.values()].map((door) => {
      const done = runs.find((run) => run.door === door.id && run.endedAt !== null)
      const open = openRun(door, runs)
      return {
        id: door.id,
        href: `/visits/${door.id}`,
        title: door.title[locale],
        where: door.where[locale],
        at: door.at,
        state: open ? ('open' as const) : done ? ('done' as const) : ('none' as const),
        on: done?.endedAt ? dayOf(done.endedAt, locale) : null,
      }
    }),
  }
}

const openRun = (door: VisitText, runs: readonly VisitRunRow[]): VisitRunRow | null =>
  runs.find((run) => run.door === door.id && run.endedAt === null && visitStage(door, run.answers) !== null) ?? null

/** What an explanation rests on, in words. */
function shownSource(name: string, locale: Locale) {
  const source = visitSource(name)
  if (source === null) return null
  const { of, mark, quote, says } = source
  return { of: of[locale], mark, quote: locale === 'zh' ? (quote ?? null) : (says ?? null) }
}

function runFacts(door: VisitText, run: VisitRunRow, locale: Locale): VisitRunFacts | null {
  const shown = shownVisit(door, locale, run.id, run.answers)
  if (shown === null) return null
  return {
    id: run.id,
    step: stepOf(run.answers),
    on: dayOf(run.startedAt, locale),
    ...shown,
    points: shown.points.map(({ told, ...point }) => ({ ...point, told: told && { ...told, source: shownSource(told.source, locale) } })),
    steps: shown.steps.map((step) => ({ ...step, source: shownSource(step.source, locale) })),
    comeback: shown.steps.some(({ door: after }) => after === 'shut') ? door.comeback[locale] : null,
    record: shown.stage === 'closed' ? { where: door.where[locale], lines: recordLines(door, locale) } : null,
  }
}

const recordLines = ({ record }: VisitText, locale: Locale) =>
  (['seen', 'done', 'said', 'reported', 'again', 'closed'] as const).map((kind) => ({ kind, text: record[kind][locale] }))

/** The run to show: the one asked for, else the one under way, else the newest that still fits. Somebody else's is not found. */
function chosenRun(ctx: Signed, door: VisitText, runs: readonly VisitRunRow[], asked: string | null): VisitRunRow | null {
  if (asked === null) return openRun(door, runs) ?? runs.find((run) => visitStage(door, run.answers) !== null) ?? null
  const run = findOwnVisitRun(ctx.actor.personId, asked)
  if (run === null || run.door !== door.id || visitStage(door, run.answers) === null) throw new NotFound()
  return run
}

/** One door: before the visit, on its way, or looking back on it. What was not handed in yet has no key on the page. */
export function visitPage(ctx: Signed, slug: string, asked: string | null): VisitFacts {
  const door = getVisit(slug)
  const { folder, street, doors } = getStreet()
  const { locale } = ctx
  const runs = findVisitRuns(ctx.actor.personId).filter((run) => run.door === slug)
  const run = chosenRun(ctx, door, runs, asked)
  const course = getCourse(street.course)
  const lesson = course.lessons.find(({ id }) => id === door.lesson)
  const next = [...doors.values()][[...doors.keys()].indexOf(slug) + 1]
  return {
    title: door.title[locale],
    where: door.where[locale],
    situation: door.situation[locale],
    action: `/visits/${slug}`,
    alt: door.alt[locale],
    drawing: pictureIn(folder, slug, locale),
    lesson: lesson ? { href: `/courses/${course.id}/lessons/${lesson.id}`, title: lesson[locale].title } : null,
    next: next ? { href: `/visits/${next.id}`, title: next.title[locale] } : null,
    run: run && runFacts(door, run, locale),
    earlier: runs
      .filter(({ id, endedAt, answers }) => endedAt !== null && id !== run?.id && visitStage(door, answers)?.kind === 'closed')
      .slice(0, 5)
      .map(({ id, startedAt }) => ({ href: `/visits/${slug}?run=${encodeURIComponent(id)}`, on: dayOf(startedAt, locale) })),
  }
}
