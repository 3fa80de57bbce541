import { periodHolding } from '~/domain/duties/cadence-calendar'
import type { CalendarCadence, Duty } from '~/domain/duties/facts'
import type { CaseFacts } from '~/domain/learn/next-case'
import type { RefresherTerms } from '~/domain/learn/refresher-offer'
import type { RoundFacts } from '~/domain/learn/refresher-round'
import type { Day } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { LoadedCase } from './cases.server'
import { type Catalogue, catalogue } from './catalogue.server'
import type { LoadedCourse, LoadedLesson } from './courses.server'
import { bankTopic, examOf } from './exam.server'
import { getCourse } from './lessons-find.server'
import type { RefresherText } from './refresher-schema'

/** The refresher of this installation; not found where it has none. */
export function getRefresher(): RefresherText {
  const { refresher } = catalogue()
  if (refresher === null) throw new NotFound()
  return refresher
}

const halfYear: CalendarCadence = { kind: 'calendar', every: 'P6M', lead: { years: 0, months: 0, days: 0 } }
const made = new WeakMap<Catalogue, { terms: RefresherTerms; rules: readonly Duty[] }>()

/** The duties that a refresher is for and the gates of its course: their ids, and their rules for asking how somebody stands. */
export function refresherRules(): { terms: RefresherTerms; rules: readonly Duty[] } {
  const content = catalogue()
  const known = made.get(content)
  if (known) return known
  const { thing, course } = getRefresher()
  const all = [...content.duties.values()]
  const serves = all.filter(({ words, rule }) => words.thing === thing && rule.cadence.kind === 'calendar').map(({ rule }) => rule)
  const gates = all.filter(({ words, rule }) => words.content === course && rule.cadence.kind === 'gate').map(({ rule }) => rule)
  const terms = { duties: new Set(serves.map(({ id }) => id)), gates: new Set(gates.map(({ id }) => id)) }
  const found = { terms, rules: [...serves, ...gates] }
  made.set(content, found)
  return found
}

/** The calendar period of a duty that holds a day; a half-year where the duty is gone. */
export function periodCounted(dutyId: string | null, on: Day): { first: Day; last: Day } {
  const cadence = refresherRules().rules.find(({ id }) => id === dutyId)?.cadence
  return periodHolding(cadence?.kind === 'calendar' ? cadence : halfYear, on)
}

/** The warning cases as the rule needs them. */
export const caseFacts = (): CaseFacts[] => [...catalogue().cases.values()].map(({ slug, zh }) => ({ slug, on: zh.on, traits: zh.traits }))

export function getCase(slug: string): LoadedCase {
  const found = catalogue().cases.get(slug)
  if (!found) throw new NotFound()
  return found
}

/** Is this course somebody's by one of these positions? */
export const isForPositions = (course: LoadedCourse, positions: ReadonlySet<string>): boolean =>
  course.zh.positions.some((position) => positions.has(position))

/** The courses that a refresher is chosen from: its own, which everybody has passed, and those of the person's positions. */
export function refresherCourses(positions: ReadonlySet<string>): LoadedCourse[] {
  const own = getCourse(getRefresher().course)
  return [own, ...[...catalogue().courses.values()].filter((course) => course.id !== own.id && isForPositions(course, positions))]
}

/** The course and the lesson with this id; null where content has withdrawn it. */
export function publishedLesson(id: string): { course: LoadedCourse; lesson: LoadedLesson } | null {
  for (const course of catalogue().courses.values()) {
    const lesson = course.lessons.find((one) => one.id === id)
    if (lesson) return { course, lesson }
  }
  return null
}

/** A round without what content has withdrawn since it was chosen: nobody waits for a lesson that is gone. */
export const asPublished = (facts: RoundFacts): RoundFacts => ({
  ...facts,
  lessons: facts.lessons.filter((id) => publishedLesson(id) !== null),
})

/** The lessons for each topic of the refresher's paper. */
export function lessonsByTopic(): ReadonlyMap<string, readonly string[]> {
  const { id } = getRefresher()
  const topics = new Set(examOf(id)?.bank.map(({ topic }) => topic))
  return new Map([...topics].map((topic) => [topic, (bankTopic(id, topic)?.lessons ?? []).map((lesson) => lesson.id)]))
}
