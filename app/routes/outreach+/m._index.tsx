import { useLoaderData } from '@remix-run/react'
import { ages, readers, skills } from '~/content/micro-schema'
import { forAge, forReader, inSeason, matching } from '~/domain/outreach/find-lessons'
import { serve } from '~/http/serve.server'
import { MicroList } from '~/ui/outreach/micro-list'
import { microAddress } from '~/ui/outreach/micro-view'
import { titled } from '~/ui/shell/title'
import { type HungLesson, hungLessons, monthIn } from './hung-lessons.server'

/** The ninety-second lessons: by what they teach, for who one is and how old, and by what one types. */
export const loader = serve('anyone', ({ locale, today, preferences }, { request }) => {
  const search = new URL(request.url).searchParams
  const typed = (search.get('q') ?? '').slice(0, 60)
  const reader = readers.find((one) => one === search.get('who')) ?? null
  const age = ages.find((one) => one === search.get('age')) ?? null
  const hung = hungLessons(locale)
  const found = matching(forAge(forReader(hung, reader), age), typed)
  const view = { locale, isLarge: preferences.large }
  const card = ({ slug, title, line, ages: forWhom }: HungLesson) => ({ slug, title, line, ages: forWhom, href: microAddress(slug, view) })
  const isWhole = typed === '' && reader === null && age === null
  return {
    typed,
    reader,
    readers,
    age,
    ages,
    isWhole,
    count: found.length,
    season: isWhole ? inSeason(hung, monthIn(today)).map(card) : [],
    groups: skills
      .map((skill) => ({ skill, lessons: found.filter((lesson) => lesson.skill === skill).map(card) }))
      .filter(({ lessons }) => lessons.length > 0),
  }
})

export const handle = titled<typeof loader>((t) => t('outreach:micro.list.title'))

export default function NinetySeconds() {
  return <MicroList page={useLoaderData<typeof loader>()} />
}
