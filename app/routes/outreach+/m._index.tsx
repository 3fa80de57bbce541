import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { ages, readers, type settings, skills } from '~/content/micro-schema'
import { forAge, forReader, inSeason, matching } from '~/domain/outreach/find-lessons'
import { serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { MicroList } from '~/ui/outreach/micro-list'
import { microAddress } from '~/ui/outreach/micro-view'
import { titled } from '~/ui/shell/title'
import { type HungLesson, hungLessons, monthIn } from './hung-lessons.server'

/** Where a reader's own lessons hang together. */
const settingOf: Partial<Record<(typeof readers)[number], (typeof settings)[number]>> = {
  teacher: 'school',
  student: 'school',
  villager: 'village',
  worker: 'enterprise',
  shopkeeper: 'enterprise',
  tenant: 'community',
  parent: 'family',
  carer: 'family',
}

function setFor(reader: (typeof readers)[number] | null, locale: Locale): { href: string; title: string } | null {
  const setting = reader === null ? undefined : settingOf[reader]
  const set = setting === undefined ? undefined : catalogue().sets.get(setting)
  return set === undefined ? null : { href: `/sets/${set.id}`, title: set.title[locale] }
}

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
    set: setFor(reader, locale),
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
