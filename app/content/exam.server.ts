import path from 'node:path'
import type { Exam } from '~/domain/exams/exam'
import type { ExamQuestion } from '~/domain/exams/question'
import { lessonsForTopic } from '~/domain/exams/study-again'
import type { Bilingual, Locale } from '~/i18n/config'
import { type Catalogue, catalogue } from './catalogue.server'
import type { LoadedCourse, LoadedLesson } from './courses.server'
import { pictureIn } from './pictures.server'
import type { RefresherText } from './refresher-schema'
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

/** What a paper is called: by its course, or as the refresher. */
export function paperTitle(course: string, locale: Locale): string | null {
  const { courses, refresher } = catalogue()
  return courses.get(course)?.[locale].title ?? (refresher?.id === course ? refresher.title[locale] : null)
}

function makeExam(content: Catalogue, course: string): Exam | null {
  const { courses, refresher } = content
  if (refresher?.id === course) return refresherExam(content, refresher)
  const loaded = courses.get(course)
  if (!loaded || !content.banks.has(loaded.zh.bank)) return null
  const { paper, gives } = loaded.zh
  const { draw, minutes, pass, retakeAfterMinutes } = paper
  const count = draw.reduce((sum, one) => sum + one.count, 0)
  const drawn = drawnFrom(content, [loaded], course)
  return { ...drawn, course, blueprint: draw, count, minutes, pass, retakeAfterMinutes, gives, certifies: true }
}

/** The refresher borrows the banks of all courses; what one person is asked depends on the positions. */
function refresherExam(content: Catalogue, { id, course, paper, gives }: RefresherText): Exam | null {
  if (!content.courses.has(course)) return null
  const { questions: count, minutes, pass, retakeAfterMinutes } = paper
  const drawn = drawnFrom(content, [...content.courses.values()], course)
  return { ...drawn, course: id, blueprint: [], count, minutes, pass, retakeAfterMinutes, gives, certifies: false }
}

type Drawn = Pick<Exam, 'bank' | 'questions' | 'lessons'>

/** Topics of other courses than the first carry the course's name. */
function drawnFrom({ banks }: Catalogue, courses: readonly LoadedCourse[], first: string): Drawn {
  const bank = courses.flatMap(({ id, zh }) =>
    [...(banks.get(zh.bank)?.topics.values() ?? [])].flatMap(({ topic, questions }) =>
      questions.map((one) => forRules(id === first ? topic : `${id}/${topic}`, one)),
    ),
  )
  return {
    bank,
    questions: new Map(bank.map((question) => [question.id, question])),
    lessons: courses.flatMap(({ lessons }) => lessons.map(({ id }) => id)),
  }
}

/** The course that a topic of a paper belongs to, and the topic in its bank. */
function placeOf(course: string, topic: string): { course: LoadedCourse | undefined; topic: string } {
  const { courses, refresher } = catalogue()
  const [own = topic, rest] = topic.split('/')
  if (rest !== undefined) return { course: courses.get(own), topic: rest }
  return { course: courses.get(refresher?.id === course ? refresher.course : course), topic }
}

/** A question of a bank as the rules need it, under the topic that a paper gives it. */
export function forRules(topic: string, question: Question): ExamQuestion {
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

type Banked = { question: Question; bank: string }
const byId = new WeakMap<Catalogue, ReadonlyMap<string, Banked>>()

/** A question by its id, which is its own among all banks. */
function questionOf(questionId: string): Banked | undefined {
  const content = catalogue()
  const all = () => [...content.banks.values()].flatMap(({ slug, questions }) => [...questions.values()].map((one) => asBanked(one, slug)))
  const known = byId.get(content) ?? new Map(all())
  byId.set(content, known)
  return known.get(questionId)
}

const asBanked = (question: Question, bank: string): [string, Banked] => [question.id, { question, bank }]

export function questionFace(questionId: string, locale: Locale): QuestionFace | null {
  const found = questionOf(questionId)
  if (!found) return null
  const { question } = found
  const { stem, options = [], spots = [] } = question
  const labelled = spots.flatMap(({ id, label }) => (label ? [{ id, text: label }] : []))
  return {
    stem: stem[locale],
    texts: new Map([...options, ...labelled].map(({ id, text }) => [id, text[locale]])),
    picture: pictureOf(found, locale),
    places: new Map(spots.map(({ id, x, y }) => [id, { x, y }])),
  }
}

function pictureOf({ question: { picture, alt, stem }, bank }: Banked, locale: Locale): QuestionFace['picture'] {
  if (picture === undefined) return null
  const folder = path.join(catalogue().root, 'banks', bank, 'pictures')
  return { svg: pictureIn(folder, picture, locale), alt: (alt ?? stem)[locale] }
}

/** Why the key is right, with its source: only for a paper that is passed. */
export function questionReasons(questionId: string): { stem: Bilingual; explanation: Bilingual; source: string; reprint: boolean } | null {
  const question = questionOf(questionId)?.question
  return question
    ? { stem: question.stem, explanation: question.explanation, source: question.source.of, reprint: question.source.mark === 'V2' }
    : null
}

export type BankTopic = { title: Bilingual; lessons: readonly LoadedLesson[]; course: string }

/** The title of a topic of a paper, and the lessons to read for it: those the bank names, or whose folder shares a word with it. */
export function bankTopic(course: string, topic: string): BankTopic | null {
  const place = placeOf(course, topic)
  const found = place.course && catalogue().banks.get(place.course.zh.bank)?.topics.get(place.topic)
  if (!place.course || !found) return null
  const { id, lessons } = place.course
  const all = lessons.map((lesson) => lesson.id)
  const ids = lessonsForTopic(place.topic, found.lessons, all)
  return { title: found.title, lessons: lessons.filter((lesson) => ids.includes(lesson.id)), course: id }
}
