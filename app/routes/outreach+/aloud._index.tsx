import { useLoaderData } from '@remix-run/react'
import { skills } from '~/content/micro-schema'
import { bySeasonThenSkill, matching } from '~/domain/outreach/find-lessons'
import { serve } from '~/http/serve.server'
import { AloudList } from '~/ui/outreach/aloud-list'
import { titled } from '~/ui/shell/title'
import { scriptOf } from './aloud-scripts.server'
import { hungLessons, monthIn } from './hung-lessons.server'

/** What loudspeakers say and screens show, for whoever holds the microphone. */
export const loader = serve('anyone', ({ locale, today, preferences }, { request }) => {
  const search = new URL(request.url).searchParams
  const typed = (search.get('q') ?? '').slice(0, 60)
  const found = matching(hungLessons(locale), typed)
  const month = monthIn(today)
  const { season, groups } = bySeasonThenSkill(found, month, skills)
  const view = { locale, isLarge: preferences.large }
  return {
    typed,
    month,
    count: found.length,
    isAlone: search.get('paper') === 'alone',
    season: season.map((lesson) => scriptOf(lesson, view)),
    groups: groups.map(({ skill, lessons }) => ({ skill, scripts: lessons.map((lesson) => scriptOf(lesson, view)) })),
  }
})

export const handle = titled<typeof loader>((t) => t('outreach:aloud.title'))

export default function Aloud() {
  return <AloudList page={useLoaderData<typeof loader>()} />
}
