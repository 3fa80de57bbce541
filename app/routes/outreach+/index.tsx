import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { readers, skills } from '~/content/micro-schema'
import { inSeason } from '~/domain/outreach/find-lessons'
import { serve } from '~/http/serve.server'
import { FrontPage } from '~/ui/outreach/front-page'
import { microAddress } from '~/ui/outreach/micro-view'
import { hungLessons, monthIn } from './hung-lessons.server'

const tipsShown = 3
const lessonsShown = 5
/** The lessons that teach what the page answers to its own question. */
const firstThings = { clear: 'high-rise', smoke: 'when-to-stay', own: 'calling-119' } as const

/** Signed-in people go straight to what they must do. Everybody else sees the same page all day: it is kept (fast.server.ts). */
export const loader = serve('anyone', ({ actor, locale, preferences, today }) => {
  if (actor) throw redirect('/me')
  const view = { locale, isLarge: preferences.large }
  const at = (slug: string) => microAddress(slug, view)
  const lessons = hungLessons(locale).map((lesson) => ({ ...lesson, href: at(lesson.slug) }))
  const month = monthIn(today)
  return {
    first: { clear: at(firstThings.clear), smoke: at(firstThings.smoke), own: at(firstThings.own) },
    readers,
    month,
    tips: inSeason(lessons, month)
      .slice(0, tipsShown)
      .map(({ slug, title, line, href, picture }) => ({ slug, title, line, href, picture })),
    topics: skills.map((skill) => {
      const taught = lessons.filter((lesson) => lesson.skill === skill)
      return { skill, count: taught.length, lessons: taught.slice(0, lessonsShown).map(({ slug, title, href }) => ({ slug, title, href })) }
    }),
    sets: [...catalogue().sets.values()].map(({ id, title }) => ({ id, title: title[locale] })),
  }
})

export default function Home() {
  return <FrontPage page={useLoaderData<typeof loader>()} />
}
