import { type Day, laterOf } from '../shared/day'

/** question: wrong the last time it was asked. piece: its latest answer is wrong. piecePutRight: wrong first, right by now. */
export type Mistake = { readonly kind: 'question' | 'piece' | 'piecePutRight'; readonly on: Day }

/** What one person's past with a lesson is. */
export type LessonPast = {
  readonly id: string
  readonly mistakes: readonly Mistake[]
  /** The day from which the lesson says something new; null where it never changed. */
  readonly changedOn: Day | null
  readonly studiedOn: Day | null
}

/** Why a lesson was chosen; `on` is the newest of its kind. */
export type ChoiceReason =
  | { readonly kind: 'question'; readonly on: Day; readonly count: number }
  | { readonly kind: 'piece'; readonly on: Day }
  | { readonly kind: 'changed'; readonly on: Day }
  | { readonly kind: 'longAgo'; readonly on: Day | null }

export type Choice = { readonly lesson: string; readonly reasons: readonly ChoiceReason[] }

export type ChoiceFacts = {
  /** In the order of the course. */
  readonly lessons: readonly LessonPast[]
  readonly lastPassedOn: Day | null
  /** The lessons of the round before. */
  readonly before: readonly string[]
  readonly today: Day
  readonly count: number
}

/** A mistake counts half as much every half-year; a change counts like one fresh question. */
const halvingDays = 182
const worth: Record<Mistake['kind'], number> = { question: 2, piece: 2, piecePutRight: 1 }
const worthOfChange = 2

type Ranked = { lesson: LessonPast; wrong: number; isChanged: boolean; score: number }

/**
 * The lessons of a refresher: what went wrong, newer mistakes before older, and what changed since the last pass, at least one of
 * each where there are both; filled up with what was not looked at for longest. Never the same set as the round before while the
 * course has another lesson: then the last of them gives way. The same facts give the same lessons.
 */
export function chooseLessons(facts: ChoiceFacts): Choice[] {
  const { lessons, before, count } = facts
  const ranked = lessons.map((lesson) => rank(lesson, facts)).sort(byNeed)
  const chosen = withBothKinds(ranked.slice(0, count), ranked)
  const isRepeated = chosen.length === before.length && chosen.every(({ lesson }) => before.includes(lesson.id))
  const other = isRepeated ? ranked.find((one) => !chosen.includes(one)) : undefined
  const final = other === undefined ? chosen : [...chosen.slice(0, -1), other]
  return final.map((one) => ({ lesson: one.lesson.id, reasons: reasonsOf(one) }))
}

function rank(lesson: LessonPast, { lastPassedOn, today }: ChoiceFacts): Ranked {
  const wrong = [...lesson.mistakes]
    .map(({ kind, on }) => worth[kind] * 2 ** (-Math.max(0, today - on) / halvingDays))
    .sort((one, other) => one - other)
    .reduce((sum, value) => sum + value, 0)
  const { changedOn } = lesson
  const isChanged = changedOn !== null && changedOn <= today && (lastPassedOn === null || changedOn > lastPassedOn)
  return { lesson, wrong, isChanged, score: wrong + (isChanged ? worthOfChange : 0) }
}

/** Higher score first, then longest not studied; what is equal stays in the order of the course. */
const byNeed = (one: Ranked, other: Ranked): number =>
  other.score - one.score || (one.lesson.studiedOn ?? Number.NEGATIVE_INFINITY) - (other.lesson.studiedOn ?? Number.NEGATIVE_INFINITY) || 0

function withBothKinds(chosen: readonly Ranked[], ranked: readonly Ranked[]): readonly Ranked[] {
  const kinds = [(one: Ranked) => one.isChanged, (one: Ranked) => one.wrong > 0]
  const missing = kinds.find((is) => !chosen.some(is) && ranked.some(is))
  const other = missing && ranked.find(missing)
  return other === undefined ? chosen : [...chosen.slice(0, -1), other]
}

function reasonsOf({ lesson, isChanged }: Ranked): ChoiceReason[] {
  const newest = (mistakes: readonly Mistake[]) => mistakes.map(({ on }) => on).reduce(laterOf)
  const questions = lesson.mistakes.filter(({ kind }) => kind === 'question')
  const pieces = lesson.mistakes.filter(({ kind }) => kind !== 'question')
  const reasons: ChoiceReason[] = []
  if (questions.length > 0) reasons.push({ kind: 'question', on: newest(questions), count: questions.length })
  if (pieces.length > 0) reasons.push({ kind: 'piece', on: newest(pieces) })
  if (isChanged && lesson.changedOn !== null) reasons.push({ kind: 'changed', on: lesson.changedOn })
  return reasons.length > 0 ? reasons : [{ kind: 'longAgo', on: lesson.studiedOn }]
}
