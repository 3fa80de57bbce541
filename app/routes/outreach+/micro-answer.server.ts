import { catalogue } from '~/content/catalogue.server'
import { getMicro } from '~/content/micro.server'
import type { Micro } from '~/content/micro-schema'
import { type Asked, readGiven } from '~/domain/outreach/micro-answers'
import { NotFound } from '~/domain/shared/faults'
import type { Locale } from '~/i18n/config'
import type { ShownLesson } from '~/ui/outreach/micro-document'
import { microPage, missingPage } from '~/ui/outreach/micro-page.server'
import { type MicroView, microAddress, readView } from '~/ui/outreach/micro-view'

/** The same for everybody who asks for the same address: no cookie, no language of the browser, nothing kept. */
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }

/** The lesson that comes after this one in what it teaches; the first of them after the last. */
function nextAfter(slug: string, skill: string): string | null {
  const same = [...catalogue().micro.values()].filter((lesson) => lesson.skill === skill && lesson.successor === undefined)
  const at = same.findIndex(({ id }) => id === slug)
  const next = same[(at + 1) % same.length]
  return next === undefined || next.id === slug ? null : next.id
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

const missing = (view: MicroView) =>
  new Response(missingPage(view), { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } })

/** Answers for a lesson in a view. A retired lesson leads to the one that took its place. */
export function microAnswer(slug: string, name: string, url: URL): Response {
  const view = readView(name)
  if (view === null || !catalogue().micro.has(slug)) throw missing(view ?? { locale: 'zh', isLarge: false })
  const lesson = getMicro(slug)
  if (lesson.id !== slug) return new Response(null, { status: 302, headers: { Location: microAddress(lesson.id, view) } })
  const following = nextAfter(lesson.id, lesson.skill)
  const next = following === null ? null : { slug: following, title: getMicro(following).title[view.locale] }
  return new Response(microPage({ lesson: shownIn(view.locale, lesson), view, given: readGiven(url.searchParams), next }), { headers })
}
