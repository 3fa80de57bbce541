import type { Locale } from '~/i18n/config'
import type { Script } from '~/ui/outreach/aloud-item'
import { type MicroView, microAddress } from '~/ui/outreach/micro-view'
import type { HungLesson } from './hung-lessons.server'

/** What is said of a lesson, and where its screen picture and the lesson itself are. */
export const scriptOf = ({ slug, title, aloud }: HungLesson, view: MicroView): Script => ({
  slug,
  title,
  text: aloud,
  href: microAddress(slug, view),
  screen: `/m/${slug}/poster/notice-screen-${view.locale}.png`,
})

/** An answer that is saved as a file under this name. */
export const asFile = (text: string, name: string, locale: Locale): Response =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Language': locale === 'zh' ? 'zh-CN' : 'en',
      'Content-Disposition': `attachment; filename="mingbai-aloud.txt"; filename*=UTF-8''${encodeURIComponent(name)}.txt`,
      'Cache-Control': 'private, no-cache',
    },
  })
