import type { ClassBody } from '~/domain/classes/class-body'
import type { Locale } from '~/i18n/config'
import { dayAndTime, pageOf, type T, wordsIn } from '../drills/drill-words'
import type { Block, Paper } from '../drills/paper'

/** Somebody who has a seat. unit: names of all units for which he comes. */
export type Sitter = { name: string; unit: string; asDeputy: boolean; classroom: string }
export type SheetGround = { locale: Locale; place: string; body: ClassBody; sitters: readonly Sitter[]; rooms: readonly string[] }

/** High enough for a signature. */
const rowHeight = 27
const walkInRows = 8
const byUnit = new Intl.Collator('zh-CN', { numeric: true }).compare

/** A sheet for each part in each of these classrooms: everybody with a seat by unit and name, and rows for whoever comes besides. */
export function signatureSheet(ground: SheetGround): Paper {
  const { locale, place, body, rooms } = ground
  const t = wordsIn(locale, 'classroom')
  const sheets = body.classrooms
    .filter(({ id }) => rooms.includes(id))
    .flatMap((room) => body.parts.map((part) => sheetOf(ground, room, part, t)))
  return {
    kind: 'pages',
    title: t('sheet.title', { title: body.title }),
    language: locale,
    running: [place, body.title].join(' · '),
    pageOf: pageOf(t),
    blocks: sheets.flatMap((blocks, nth): Block[] => (nth === 0 ? blocks : [{ kind: 'turn' }, ...blocks])),
  }
}

function sheetOf(
  { locale, body, sitters }: SheetGround,
  room: ClassBody['classrooms'][number],
  part: ClassBody['parts'][number],
  t: T,
): Block[] {
  const own = sitters
    .filter(({ classroom }) => classroom === room.id)
    .sort((one, other) => byUnit(one.unit, other.unit) || byUnit(one.name, other.name))
  const heads = ['nth', 'unit', 'name', 'signature', 'time'].map((key) => t(`sheet.head.${key}`))
  const widths = [0.7, 3.4, 2.2, 2.4, 1.3]
  return [
    {
      kind: 'title',
      text: t('sheet.of', { room: room.name, part: part.name }),
      under: [body.title, `${dayAndTime(part.on, part.from, locale)}–${part.to}`, room.place].join(' · '),
    },
    {
      kind: 'facts',
      rows: [
        [t('sheet.organiser'), room.organiser.name],
        [t('sheet.expected'), t('sheet.people', { count: own.length })],
      ],
    },
    {
      kind: 'table',
      heads,
      widths,
      rows: own.map(({ unit, name, asDeputy }, nth) => [String(nth + 1), unit, asDeputy ? t('sheet.deputy', { name }) : name, '', '']),
      rowHeight,
    },
    { kind: 'heading', text: t('sheet.walkIns') },
    { kind: 'table', heads, widths, rows: Array.from({ length: walkInRows }, () => []), rowHeight },
    { kind: 'text', text: t('sheet.keep'), quiet: true },
    { kind: 'signatures', labels: [t('sheet.organiser'), t('sheet.checked')] },
  ]
}
