import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { serve } from '~/http/serve.server'
import { SetList } from '~/ui/outreach/set-list'
import { titled } from '~/ui/shell/title'
import { hungLessons } from './hung-lessons.server'

/** The five packed sets (五进), each with a drawing of its own. */
export const loader = serve('anyone', ({ locale }) => {
  const lessons = new Map(hungLessons(locale).map((lesson) => [lesson.slug, lesson]))
  const shown = new Set<string>()
  return [...catalogue().sets.values()].map(({ id, title, forWhom, lessons: slugs }) => {
    const own = slugs.find((slug) => !shown.has(slug)) ?? slugs[0] ?? ''
    shown.add(own)
    return { id, title: title[locale], forWhom: forWhom[locale], count: slugs.length, picture: lessons.get(own)?.picture ?? null }
  })
})

export const handle = titled<typeof loader>((t) => t('outreach:sets.title'))

export default function Sets() {
  return <SetList sets={useLoaderData<typeof loader>()} />
}
