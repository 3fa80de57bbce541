import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { readers, skills } from '~/content/micro-schema'
import { forReader, inSeason, matching } from '~/domain/outreach/find-lessons'
import { formatDay } from '~/domain/shared/day'
import { serve } from '~/http/serve.server'
import { MicroList } from '~/ui/outreach/micro-list'
import { microAddress } from '~/ui/outreach/micro-view'
import { titled } from '~/ui/shell/title'

/** The ninety-second lessons: by what they teach, for who one is, and by what one types. */
export const loader = serve('anyone', ({ locale, today, preferences }, { request }) => {
  const search = new URL(request.url).searchParams
  const typed = (search.get('q') ?? '').slice(0, 60)
  const reader = readers.find((one) => one === search.get('who')) ?? null
  const hung = [...catalogue().micro.values()]
    .filter(({ successor }) => successor === undefined)
    .map((lesson) => ({
      slug: lesson.id,
      title: lesson.title[locale],
      line: lesson.line[locale],
      words: [...lesson.words.zh, ...lesson.words.en, lesson.title.zh, lesson.title.en],
      readers: lesson.readers,
      months: lesson.months,
      skill: lesson.skill,
      ages: lesson.ages,
      href: microAddress(lesson.id, { locale, isLarge: preferences.large }),
    }))
  const found = matching(forReader(hung, reader), typed)
  const card = ({ slug, title, line, href, ages }: (typeof hung)[number]) => ({ slug, title, line, href, ages })
  const isWhole = typed === '' && reader === null
  return {
    typed,
    reader,
    readers,
    isWhole,
    count: found.length,
    season: isWhole ? inSeason(hung, Number(formatDay(today).slice(5, 7))).map(card) : [],
    groups: skills
      .map((skill) => ({ skill, lessons: found.filter((lesson) => lesson.skill === skill).map(card) }))
      .filter(({ lessons }) => lessons.length > 0),
  }
})

export const handle = titled<typeof loader>((t) => t('outreach:micro.list.title'))

export default function NinetySeconds() {
  return <MicroList page={useLoaderData<typeof loader>()} />
}
