import path from 'node:path'
import type { Exam } from '~/domain/exams/exam'
import type { ExamQuestion } from '~/domain/exams/question'
import type { Bilingual, Locale } from '~/i18n/config'
import { type Catalogue, catalogue } from './catalogue.server'
import { pictureIn } from './pictures.server'
import type { Question } from './schema'

const made = new WeakMap<Catalogue, Map<string, Exam | null>>()

/** The paper of a course or of the refresher, or null where there is neither. */
export function examOf(course: string): Exam | null {
  const content = catalogue()
  const known = made.get(content) ?? new Map<string, Exam | null>()
  made.set(content, known)
  const found = known.get(course)
  if (found !== undefined) return found
  const exam = makeExam(content, course)
  known.set(course, exam)
  return exam
}

/** The course whose lessons and bank a paper is made from: the refresher borrows those of its course. */
export const lessonCourse = (course: string): string => {
  const { refresher } = catalogue()
  return refresher?.id === course ? refresher.course : course
}

/** What a paper is called: by its course, or as the refresher. */
export function paperTitle(course: string, locale: Locale): string | null {
  const { courses, refresher } = catalogue()
  return courses.get(course)?.[locale].title ?? (refresher?.id === course ? refresher.title[locale] : null)
}

function makeExam(content: Catalogue, course: string): Exam | null {
  const loaded = content.courses.get(lessonCourse(course))
  const bank = loaded && content.banks.get(loaded.zh.bank)
  if (!loaded || !bank) return null
  const questions = [...bank.topics.values()].flatMap(({ topic, questions: written }) => written.map((one) => forRules(topic, one)))
  const base = {
    course,
    bank: questions,
    questions: new Map(questions.map((question) => [question.id, question])),
    lessons: loaded.lessons.map((lesson) => lesson.id),
  }
  const { refresher } = content
  if (refresher?.id === course) {
    const { questions: count, minutes, pass, retakeAfterMinutes } = refresher.paper
    return { ...base, blueprint: [], count, minutes, pass, retakeAfterMinutes, gives: refresher.gives, certifies: false }
  }
  const { paper, gives } = loaded.zh
  const { draw, minutes, pass, retakeAfterMinutes } = paper
  const count = draw.reduce((sum, one) => sum + one.count, 0)
  return { ...base, blueprint: draw, count, minutes, pass, retakeAfterMinutes, gives, certifies: true }
}

const bankNameOf = (course: string): string | undefined => catalogue().courses.get(lessonCourse(course))?.zh.bank

function forRules(topic: string, question: Question): ExamQuestion {
  const { id, revision, kind, key } = question
  return { id, revision, kind, topic, options: optionIds(question), key: typeof key === 'object' ? key : [String(key)] }
}

/** Places in a picture are numbered from left to right: the order they are written in would tell. */
function optionIds({ kind, options = [], spots = [] }: Question): string[] {
  if (kind === 'truefalse') return ['true', 'false']
  if (kind === 'hotspot') return [...spots].sort((one, other) => one.x - other.x || one.y - other.y).map((spot) => spot.id)
  return options.map((option) => option.id)
}

/** What a question shows before it is answered: no key, no explanation. Words of true and false belong to the page. */
export type QuestionFace = {
  stem: string
  /** Text by option id; a place without a label has none. */
  texts: ReadonlyMap<string, string>
  picture: { svg: string; alt: string } | null
  /** Places in percent of the picture, by id. */
  places: ReadonlyMap<string, { x: number; y: number }>
}

const questionOf = (course: string, questionId: string): Question | undefined => {
  const bank = bankNameOf(course)
  return bank === undefined ? undefined : catalogue().banks.get(bank)?.questions.get(questionId)
}

export function questionFace(course: string, questionId: string, locale: Locale): QuestionFace | null {
  const question = questionOf(course, questionId)
  if (!question) return null
  const { stem, options = [], spots = [] } = question
  const labelled = spots.flatMap(({ id, label }) => (label ? [{ id, text: label }] : []))
  return {
    stem: stem[locale],
    texts: new Map([...options, ...labelled].map(({ id, text }) => [id, text[locale]])),
    picture: pictureOf(course, question, locale),
    places: new Map(spots.map(({ id, x, y }) => [id, { x, y }])),
  }
}

function pictureOf(course: string, { picture, alt, stem }: Question, locale: Locale): QuestionFace['picture'] {
  const bank = bankNameOf(course)
  if (picture === undefined || bank === undefined) return null
  const folder = path.join(catalogue().root, 'banks', bank, 'pictures')
  return { svg: pictureIn(folder, picture, locale), alt: (alt ?? stem)[locale] }
}

/** Why the key is right, with its source: only for a paper that is passed. */
export function questionReasons(
  course: string,
  questionId: string,
): { stem: Bilingual; explanation: Bilingual; source: string; reprint: boolean } | null {
  const question = questionOf(course, questionId)
  return question
    ? { stem: question.stem, explanation: question.explanation, source: question.source.of, reprint: question.source.mark === 'V2' }
    : null
}

/** The title of a topic of the course's bank, and the lessons the bank names for it. */
export function bankTopic(course: string, topic: string): { title: Bilingual; lessons: readonly string[] | undefined } | null {
  const bank = bankNameOf(course)
  const found = bank === undefined ? undefined : catalogue().banks.get(bank)?.topics.get(topic)
  return found ? { title: found.title, lessons: found.lessons } : null
}
