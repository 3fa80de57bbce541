import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { posterLanguages, posterStyles } from '~/domain/outreach/poster'
import { NotFound } from '~/domain/shared/faults'
import { formOf } from '~/http/forms.server'
import { admitAddress } from '~/http/public-limit.server'
import { param, serve } from '~/http/serve.server'
import { microAddress } from '~/ui/outreach/micro-view'
import { SetFiles } from '~/ui/outreach/set-files'
import { SetPage } from '~/ui/outreach/set-page'
import { titled } from '~/ui/shell/title'
import { askSetPack } from '~/usecases/outreach/ask-pack.server'
import { scriptOf } from './aloud-scripts.server'
import { hungLessons } from './hung-lessons.server'
import { setFiles } from './set-files.server'

/** One packed set: what to hang where, what to do, what to read out. */
export const loader = serve('anyone', ({ locale, preferences }, { request, params }) => {
  const setting = param(params, 'setting')
  const set = [...catalogue().sets.values()].find(({ id }) => id === setting)
  if (!set) throw new NotFound()
  const view = { locale, isLarge: preferences.large }
  const hung = new Map(hungLessons(locale).map((lesson) => [lesson.slug, { ...lesson, href: microAddress(lesson.slug, view) }]))
  const lessonsOf = (slug: string) => [hung.get(slug) ?? []].flat()
  return {
    id: set.id,
    title: set.title[locale],
    forWhom: set.forWhom[locale],
    plan: set.plan.map((step) => step[locale]),
    where: set.where.flatMap(({ spot, lesson }) =>
      lessonsOf(lesson).map(({ slug, title, href, picture }) => ({ spot: spot[locale], slug, title, href, picture })),
    ),
    lessons: set.lessons.flatMap(lessonsOf).map(({ slug, title, line, href }) => ({ slug, title, line, href })),
    aloud: set.aloud.flatMap(({ lesson, when }) => lessonsOf(lesson).map((one) => ({ script: scriptOf(one, view), when: when[locale] }))),
    files: setFiles(set.id, request, locale),
    facts: set.facts.map(({ of, mark, says }) => ({ of, isReprint: mark === 'V2', says })),
  }
})

const asked = z.object({ style: z.enum(posterStyles).catch('notice'), language: z.enum(posterLanguages).catch('zh') })

/** Has the set's files made in a look: once for everybody. */
export const action = serve('anyone', async ({ now, address }, { request, params }) => {
  await admitAddress(address)
  const setting = param(params, 'setting')
  const look = asked.parse(Object.fromEntries(await formOf(request)))
  await askSetPack(now, setting, look)
  return redirect(`/sets/${setting}?${new URLSearchParams(look)}#files`)
})

export const handle = titled<typeof loader>((_, { title }) => title)

export default function PackedSet() {
  const { files, ...set } = useLoaderData<typeof loader>()
  return <SetPage set={set} files={<SetFiles files={files} />} />
}
