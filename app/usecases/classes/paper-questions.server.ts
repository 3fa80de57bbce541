import { questionsOf, testQuestions } from '~/content/class-test-banks.server'
import { type DrawnWording, drawnWordings, questionsInUse } from '~/data/banks/drawn-wordings.server'
import { findPlaces } from '~/data/org/places.server'
import { placeOfTopic, topicOfPlace } from '~/domain/banks/as-exam-question'
import { hasBank } from '~/domain/banks/keep-bank'
import type { ExamQuestion } from '~/domain/exams/question'

/** The topic of the local bank that a class of a place may be tested from: the place's own, or its street's. */
export function localTopicOf(placePath: string): { id: string; placeName: string; count: number } | null {
  const above = findPlaces().filter(({ kind, path }) => hasBank(kind) && placePath.startsWith(path))
  const nearest = above.sort((one, other) => other.path.length - one.path.length)[0]
  return nearest === undefined ? null : { id: topicOfPlace(nearest.id), placeName: nearest.name, count: questionsInUse(nearest.id).length }
}

/** What a test of these topics is drawn from now: questions of the catalogue, and those in use of a local bank. */
export function drawableQuestions(topics: readonly string[]): ExamQuestion[] {
  const local = topics.flatMap((topic) => placeOfTopic(topic) ?? [])
  return [...questionsOf(topics), ...local.flatMap((placeId) => questionsInUse(placeId))]
}

/** The questions of a paper by their ids; wordings: those of a local bank, as they were approved. */
export type PaperQuestions = { questions: ReadonlyMap<string, ExamQuestion>; wordings: ReadonlyMap<string, DrawnWording> }

/** What a paper asks: a later wording of a local question, or its withdrawal, changes nothing of it. */
export function paperQuestions(drawn: readonly { questionId: string }[]): PaperQuestions {
  const catalogue = testQuestions()
  const others = drawn.flatMap(({ questionId }) => (catalogue.has(questionId) ? [] : [questionId]))
  if (others.length === 0) return { questions: catalogue, wordings: new Map() }
  const wordings = drawnWordings(others)
  return { questions: new Map([...catalogue, ...[...wordings].map(([id, { question }]) => [id, question] as const)]), wordings }
}
