import { catalogue } from '~/content/catalogue.server'
import { skills } from '~/content/micro-schema'
import { aloudText } from '~/documents/outreach/aloud-text'
import { bySeasonThenSkill, matching } from '~/domain/outreach/find-lessons'
import { NotFound } from '~/domain/shared/faults'
import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { asFile } from './aloud-scripts.server'
import { hungLessons, monthIn } from './hung-lessons.server'

/** The scripts as a text file: one lesson's, one packed set's, those that hold a word, or all. */
export const loader = serve('anyone', ({ locale, today }, { request }) => {
  const search = new URL(request.url).searchParams
  const lessons = hungLessons(locale)
  const getLesson = (slug: string) => {
    const found = lessons.find((lesson) => lesson.slug === slug)
    if (!found) throw new NotFound()
    return found
  }
  const [slug, set] = [search.get('lesson'), search.get('set')]
  if (slug !== null) {
    const { title, aloud } = getLesson(slug)
    return asFile(aloudText([{ title, text: aloud }]), title, locale)
  }
  if (set !== null) {
    const packed = [...catalogue().sets.values()].find(({ id }) => id === set)
    if (!packed) throw new NotFound()
    const read = packed.aloud.map(({ lesson, when }) => ({ ...getLesson(lesson), when: when[locale] }))
    return asFile(aloudText(read.map(({ title, aloud, when }) => ({ title, text: aloud, when }))), packed.title[locale], locale)
  }
  const found = matching(lessons, (search.get('q') ?? '').slice(0, 60))
  const { season, groups } = bySeasonThenSkill(found, monthIn(today), skills)
  const ordered = [...season, ...groups.flatMap((group) => group.lessons)]
  return asFile(
    aloudText(ordered.map(({ title, aloud }) => ({ title, text: aloud }))),
    translator(locale).t('outreach:aloud.title'),
    locale,
  )
})
