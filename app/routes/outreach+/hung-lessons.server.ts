import { hungMicro } from '~/content/micro.server'
import type { Micro } from '~/content/micro-schema'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'

/** The lessons that are hung today, in one language, with what people look for them by. */
export const hungLessons = (locale: Locale) => hungMicro().map((lesson) => hungLesson(lesson, locale))

export type HungLesson = ReturnType<typeof hungLesson>

function hungLesson({ id, title, line, words, readers, months, skill, ages, frames, poster, aloud }: Micro, locale: Locale) {
  const frame = Math.min(poster.frame, frames.length)
  return {
    slug: id,
    title: title[locale],
    line: line[locale],
    aloud: aloud[locale],
    words: [...words.zh, ...words.en, title.zh, title.en],
    readers,
    months,
    skill,
    ages,
    /** The one frame of its story that stands for it, as its poster does. */
    picture: { src: `/m/${id}/pictures/${locale}`, frame, frames: frames.length, alt: frames[frame - 1]?.alt[locale] ?? '' },
  }
}

/** The month of a day, 1 to 12. */
export const monthIn = (day: Day): number => Number(formatDay(day).slice(5, 7))
