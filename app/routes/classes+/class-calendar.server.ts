import type { ClassFacts } from '~/data/classes/classes.server'
import { type CalendarEntry, calendarOf } from '~/documents/classes/calendar'
import { instantOf } from '~/domain/classes/class-body'
import { fileName } from '~/domain/outreach/pack'
import { settings } from '~/env.server'
import type { Signed } from '~/http/serve.server'
import { translator } from '~/i18n/translator'

/** A class as a calendar file: an entry for each part. classroom: of which alone it tells the way; null tells all. path: the page it leads to. */
export function calendarAnswer(ctx: Signed, facts: ClassFacts, classroom: string | null, path: string): Response {
  const { body, id, steps, revision } = facts
  const own = body.classrooms.filter((room) => room.id === classroom)
  const rooms = own.length > 0 ? own : body.classrooms
  const { t } = translator(ctx.locale)
  const url = `${settings().publicUrl}${path}`
  const isCancelled = steps.some(({ kind }) => kind === 'called-off')
  const entries = body.parts.map(
    ({ key, name, on, from, to }): CalendarEntry => ({
      uid: `${id}.${key}@${new URL(settings().publicUrl).hostname}`,
      title: t('classroom:calendar.title', { title: body.title, part: name }),
      begins: new Date(instantOf(on, from)),
      ends: new Date(instantOf(on, to)),
      place: rooms.map((room) => `${room.name} ${room.place}`).join('；'),
      says: [body.notice, url].filter(Boolean).join('\n'),
      url,
      sequence: revision + steps.length,
      isCancelled,
    }),
  )
  return new Response(calendarOf(body.title, entries, ctx.now), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="class.ics"; filename*=UTF-8''${encodeURIComponent(`${fileName(body.title)}.ics`)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
