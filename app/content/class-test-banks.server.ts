import type { ExamQuestion } from '~/domain/exams/question'
import { lessonsForTopic } from '~/domain/exams/study-again'
import type { Bilingual, Locale } from '~/i18n/config'
import { type Catalogue, catalogue } from './catalogue.server'
import type { LoadedCourse } from './courses.server'
import { forRules } from './exam.server'

/** A bank by the name of the course that it belongs to, with its topics; a topic is known as `bank/topic`. */
export type TestBank = { bank: string; title: Bilingual; topics: { id: string; title: Bilingual; count: number }[] }

const courseOf = ({ courses }: Catalogue, bank: string): LoadedCourse | undefined =>
  [...courses.values()].find(({ zh }) => zh.bank === bank)

/** Every bank that a test in a class may be drawn from. */
export function testBanks(): TestBank[] {
  const content = catalogue()
  return [...content.banks.values()].map(({ slug, topics }) => {
    const course = courseOf(content, slug)
    return {
      bank: slug,
      title: course ? { zh: course.zh.title, en: course.en.title } : { zh: slug, en: slug },
      topics: [...topics.values()].map(({ topic, title, questions }) => ({ id: `${slug}/${topic}`, title, count: questions.length })),
    }
  })
}

const made = new WeakMap<Catalogue, ReadonlyMap<string, ExamQuestion>>()

/** The questions of all banks by their ids. */
export function testQuestions(): ReadonlyMap<string, ExamQuestion> {
  const content = catalogue()
  const all = () =>
    [...content.banks.values()].flatMap(({ slug, topics }) =>
      [...topics.values()].flatMap(({ topic, questions }) =>
        questions.map((one): [string, ExamQuestion] => [one.id, forRules(`${slug}/${topic}`, one)]),
      ),
    )
  const known = made.get(content) ?? new Map(all())
  made.set(content, known)
  return known
}

/** The questions of these topics. */
export function questionsOf(topics: readonly string[]): ExamQuestion[] {
  const asked = new Set(topics)
  return [...testQuestions().values()].filter(({ topic }) => asked.has(topic))
}

/** What is proposed for people of these positions: the bank of the course that is meant for one of them, else of the course that is for everybody. */
export function proposedTopics(positions: readonly string[]): string[] {
  const { courses } = catalogue()
  const banks = testBanks()
  const fits = [...courses.values()].filter(({ zh }) => zh.positions.some((position) => positions.includes(position)))
  const found = [...fits.map(({ zh }) => zh.bank), 'pre-job'].flatMap((slug) => banks.filter(({ bank }) => bank === slug))[0] ?? banks[0]
  return found?.topics.map(({ id }) => id) ?? []
}

export type TopicToStudy = { title: string; lessons: { href: string; title: string | null }[] }

/** What a topic is called, and where to read it again: its lessons, or the whole course. */
export function topicToStudy(id: string, locale: Locale): TopicToStudy {
  const content = catalogue()
  const [slug = '', topic = ''] = id.split('/')
  const found = content.banks.get(slug)?.topics.get(topic)
  const course = courseOf(content, slug)
  if (!found || !course) return { title: found?.title[locale] ?? topic, lessons: [] }
  const ids = lessonsForTopic(
    topic,
    found.lessons,
    course.lessons.map((lesson) => lesson.id),
  )
  const lessons = course.lessons
    .filter((lesson) => ids.includes(lesson.id))
    .map((lesson) => ({ href: `/courses/${course.id}/lessons/${lesson.id}`, title: lesson[locale].title }))
  return { title: found.title[locale], lessons: lessons.length > 0 ? lessons : [{ href: `/courses/${course.id}`, title: null }] }
}
