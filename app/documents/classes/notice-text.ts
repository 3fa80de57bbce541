import type { ClassBody, Classroom } from '~/domain/classes/class-body'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'

/** What a notice says. lines: what this kind of training asks of those who come. address: where is answered. on: the day of writing. */
export type NoticeGround = {
  locale: Locale
  programme: string
  place: string
  body: ClassBody
  lines: readonly string[]
  address: string
  on: string
}

const roomLine = (t: T, room: Classroom, nth: number): string =>
  t(nth === 0 ? 'notice.mainRoom' : 'notice.branchRoom', { name: room.name, place: room.place, organiser: room.organiser.name })

type T = (key: string, values?: Record<string, string | number>) => string
const wordsIn =
  (locale: Locale): T =>
  (key, values = {}) =>
    translator(locale).t(`classroom:${key}`, values)

/** A letter to whoever is asked to come; of the classrooms the one that was chosen, or all. */
export function letterText(ground: NoticeGround, asked: { name: string; classroom: string | null; address: string }): string {
  const { locale, programme, place, body, lines, on } = ground
  const t = wordsIn(locale)
  const rooms = body.classrooms.map((room, nth) => ({ id: room.id, line: roomLine(t, room, nth) }))
  const own = rooms.filter(({ id }) => id === asked.classroom)
  const shown = (own.length > 0 ? own : rooms).map(({ line }) => line)
  return [
    t('notice.to', { name: asked.name }),
    t('notice.asks', { title: body.title, programme }),
    t('notice.when'),
    ...body.parts.map((part) => t('notice.part', { part: part.name, day: dayText(part.on, locale), from: part.from, to: part.to })),
    t('notice.where'),
    ...shown,
    ...(lines.length + body.notice.length > 0 ? [t('notice.mind')] : []),
    ...lines,
    ...(body.notice === '' ? [] : [body.notice]),
    t('notice.answer', { address: asked.address }),
    '',
    place,
    dayText(on, locale),
  ].join('\n')
}

/** The same in one short message. */
export function messageText({ locale, place, body, address }: NoticeGround): string {
  const t = wordsIn(locale)
  const [first] = [...body.parts].sort((one, other) => `${one.on} ${one.from}`.localeCompare(`${other.on} ${other.from}`))
  const rooms = body.classrooms.map(({ name, place: where }) => t('notice.smsRoom', { name, place: where }))
  return t('notice.sms', {
    place,
    title: body.title,
    day: dayText(first?.on ?? '', locale),
    from: first?.from ?? '',
    rooms: rooms.join(locale === 'zh' ? '；' : '; '),
    address,
  })
}
