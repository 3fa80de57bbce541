import { catalogue } from '~/content/catalogue.server'
import { dutyEntries, fitsChoice } from '~/content/duty-catalogue.server'
import { hungMicro } from '~/content/micro.server'
import type { Near } from '~/domain/search/name-search'
import type { Bilingual, Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { Hit } from '~/ui/search/search-page'
import type { Ask, Found } from './finders.server'

/** Behind everything that is found by its name: what only says it in its text. */
const inText = 9

const nearTitle = (near: Near, { zh, en }: Bilingual): number | null => near(zh) ?? near(en)

function shelf(found: readonly { rank: number | null; hit: Hit }[], { page, take }: Ask): Found {
  const meant = found.flatMap(({ rank, hit }) => (rank === null ? [] : [{ rank, hit }])).sort((one, other) => one.rank - other.rank)
  return { total: meant.length, hits: meant.slice((page - 1) * take, page * take).map(({ hit }) => hit) }
}

/** Courses, their lessons and the lessons of ninety seconds, by title. */
export const coursesNear =
  (locale: Locale) =>
  (ask: Ask): Found => {
    const { t } = translator(locale)
    const courses = [...catalogue().courses.values()]
    const titled = courses.map(({ id, zh, en }) => ({
      rank: nearTitle(ask.near, { zh: zh.title, en: en.title }),
      hit: { key: id, href: `/courses/${id}`, title: { zh: zh.title, en: en.title }[locale], note: '' },
    }))
    const lessons = courses.flatMap(({ id, lessons: own, zh, en }) =>
      own.map((lesson) => ({
        rank: nearTitle(ask.near, { zh: lesson.zh.title, en: lesson.en.title }),
        hit: {
          key: lesson.id,
          href: `/courses/${id}/lessons/${lesson.id}`,
          title: lesson[locale].title,
          note: t('search:lessonOf', { course: { zh: zh.title, en: en.title }[locale] }),
        },
      })),
    )
    const micro = hungMicro().map(({ id, title, words }) => ({
      rank: nearTitle(ask.near, title) ?? ([...words.zh, ...words.en].some((word) => ask.near(word) === 0) ? inText : null),
      hit: { key: `m-${id}`, href: locale === 'zh' ? `/m/${id}` : `/m/${id}/en`, title: title[locale], note: t('search:micro') },
    }))
    return shelf([...titled, ...lessons, ...micro], ask)
  }

/** Duties by title, then those whose text says every word. */
export const dutiesNear =
  (locale: Locale) =>
  (ask: Ask): Found => {
    const says = fitsChoice({ text: ask.typed, position: null, trait: null, force: null, kind: null })
    const found = dutyEntries().map((entry) => ({
      rank: nearTitle(ask.near, entry.words.title) ?? (ask.typed.length > 1 && says(entry) ? inText : null),
      hit: {
        key: entry.id,
        href: `/duties/${entry.id}`,
        title: entry.words.title[locale],
        note: entry.words.source.of,
      },
    }))
    return shelf(found, ask)
  }
