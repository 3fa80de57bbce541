import { catalogue } from '~/content/catalogue.server'
import { getMicro, hungMicro } from '~/content/micro.server'
import type { Micro } from '~/content/micro-schema'
import { findScannedCode } from '~/data/outreach/poster-codes.server'
import { inSeason } from '~/domain/outreach/find-lessons'
import { type Asked, type Given, readGiven } from '~/domain/outreach/micro-answers'
import { readPosterCode } from '~/domain/outreach/poster-code'
import { NotFound } from '~/domain/shared/faults'
import { readAloudScript } from '~/gateways/islands.server'
import type { Locale } from '~/i18n/config'
import type { CameBy, ShownLesson } from '~/ui/outreach/micro-document'
import { microPage, missingPage } from '~/ui/outreach/micro-page.server'
import { type MicroView, microAddress, readView } from '~/ui/outreach/micro-view'

/**
 * What is shown at an address: a lesson with what was answered, reached in one of three ways. `key` names it among all that is ever
 * shown: everything on the page follows from it. `count`: under which code the request is counted.
 */
export type LessonPage = {
  key: string
  status: 200 | 404
  make: () => string
  count: { code: string; lesson: string; given: Given } | null
}
export type Asking = { name: string; view: string; search: string }

const plain: MicroView = { locale: 'zh', isLarge: false }

/** The lesson that comes after this one in what it teaches; the first of them after the last. */
function nextAfter({ id, skill }: Micro): string | null {
  const same = hungMicro().filter((lesson) => lesson.skill === skill)
  const at = same.findIndex((lesson) => lesson.id === id)
  const next = same[(at + 1) % same.length]
  return next === undefined || next.id === id ? null : next.id
}

/** A lesson in one language. */
function shownIn(locale: Locale, { id, title, line, frames, questions, promise, facts }: Micro): ShownLesson {
  const question = (name: Asked) => {
    const found = questions.find((one) => one.id === name)
    if (!found) throw new NotFound()
    const options = found.options.map((one) => ({
      id: one.id,
      text: one.text[locale],
      right: one.right === true,
      because: one.because[locale],
    }))
    return { stem: found.stem[locale], options }
  }
  return {
    slug: id,
    title: title[locale],
    line: line[locale],
    picture: `/m/${id}/pictures/${locale}`,
    frames: frames.map(({ text, alt }) => ({ text: text[locale], alt: alt[locale] })),
    questions: { one: question('one'), two: question('two'), three: question('three') },
    promise: promise[locale],
    facts: facts.map(({ of, mark, says }) => ({ of, isReprint: mark === 'V2', says })),
  }
}

function pageOf(lesson: Micro, view: MicroView, given: Given, by: CameBy): string {
  const following = nextAfter(lesson)
  const next = following === null ? null : { slug: following, title: getMicro(following).title[view.locale] }
  return microPage({ lesson: shownIn(view.locale, lesson), view, given, next, by }, readAloudScript())
}

const keyOf = (view: MicroView, given: Given, ...rest: string[]): string =>
  [
    view.locale,
    view.isLarge ? 'large' : '',
    given.one ?? '',
    given.two ?? '',
    given.three ?? '',
    given.promised ? 'yes' : '',
    ...rest,
  ].join(' ')

/** A lesson by its own address; a string is where its successor is. */
export function lessonByName({ name, view: asked, search }: Asking): LessonPage | string {
  const view = readView(asked)
  const slug = name.toLowerCase()
  if (view === null || !catalogue().micro.has(slug)) {
    const shown = view ?? plain
    return { key: `missing ${shown.locale} ${shown.isLarge}`, status: 404, make: () => missingPage(shown), count: null }
  }
  const lesson = getMicro(slug)
  if (lesson.id !== slug) return microAddress(lesson.id, view)
  const given = readGiven(new URLSearchParams(search))
  return { key: keyOf(view, given, lesson.id), status: 200, make: () => pageOf(lesson, view, given, { kind: 'address' }), count: null }
}

/** What is taught where a code is not known: the first lesson of the season, of all where there is none. */
function lessonOfMonth(month: number): Micro {
  const all = hungMicro()
  const lesson = inSeason(all, month)[0] ?? all[0]
  if (lesson === undefined) throw new NotFound()
  return lesson
}

/**
 * What a printed code leads to. One that is damaged or unknown teaches what the season needs, and asks to be reported; the page is the
 * same for all of them, so that a million cost no more than one.
 */
export function lessonByCode({ name, view: asked, search }: Asking, month: number): LessonPage {
  const view = readView(asked.toLowerCase()) ?? plain
  const read = readPosterCode(name)
  const found = read.kind === 'code' ? findScannedCode(read.code) : null
  const given = readGiven(new URLSearchParams(search))
  if (found === null || !catalogue().micro.has(found.lesson)) {
    const lesson = lessonOfMonth(month)
    const make = () => pageOf(lesson, view, given, { kind: 'unknown' })
    return { key: keyOf(view, given, lesson.id, 'unknown'), status: 200, make, count: { code: '', lesson: lesson.id, given } }
  }
  const lesson = getMicro(found.lesson)
  const by: CameBy = { kind: 'poster', code: found.code, place: `${found.placeName} ${found.siteName}` }
  const make = () => pageOf(lesson, view, given, by)
  return { key: keyOf(view, given, lesson.id, by.code, by.place), status: 200, make, count: { code: found.code, lesson: lesson.id, given } }
}
