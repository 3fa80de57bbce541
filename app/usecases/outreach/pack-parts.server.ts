import { catalogue } from '~/content/catalogue.server'
import { getMicro } from '~/content/micro.server'
import { frameDrawing } from '~/content/micro-drawing.server'
import { countyName } from '~/data/credentials/certificates.server'
import { findCodesWithSites } from '~/data/outreach/poster-codes.server'
import type { PosterPack } from '~/data/outreach/poster-packs.server'
import { aloudText } from '~/documents/outreach/aloud-text'
import type { PosterPart } from '~/documents/outreach/poster-parts'
import { type Leads, posterPrint } from '~/documents/outreach/poster-print.server'
import { fileName } from '~/domain/outreach/pack'
import type { PosterLook, PosterPrint } from '~/domain/outreach/poster'
import { settings } from '~/env.server'

/** A file of a pack that is made when its turn comes. */
export type PackFile = () => PosterPart

/** A poster of a lesson, ready to be drawn. A retired lesson's is its successor's. */
export function printOf(look: PosterLook, slug: string, leads: Leads): PosterPrint {
  const lesson = getMicro(slug)
  const drawing = frameDrawing(lesson.id, lesson.poster.frame, look.language)
  return posterPrint(look, { lesson, drawing, leads }, { publicUrl: settings().publicUrl, issuer: countyName() })
}

const numbered = (nth: number, of: number): string => String(nth + 1).padStart(String(of).length, '0')

/** A folder for each place, in it the files of each site: the lesson and its code in the name. */
function filesOfCodes(pack: PosterPack, codes: readonly string[]): PackFile[] {
  const { language, style, size, formats, isOneFile } = pack.ask
  const rows = findCodesWithSites(codes).filter(({ lesson }) => catalogue().micro.has(lesson))
  const prints = rows.map((row) => {
    const leads: Leads = { kind: 'code', code: row.code, place: `${row.placeName} ${row.siteName}` }
    const title = getMicro(row.lesson).poster.headline[language]
    return {
      name: `${fileName(row.placeName)}/${fileName(`${row.siteName} ${title}`)} ${row.code}`,
      make: () => printOf({ style, size, language }, row.lesson, leads),
    }
  })
  const single = prints.flatMap(({ name, make }) =>
    formats.map(
      (format): PackFile =>
        () => ({ kind: 'file', name: `${name}.${format}`, format, prints: [make()] }),
    ),
  )
  const whole: PackFile = () => ({
    kind: 'file',
    name: `00 ${fileName(rows[0]?.placeName ?? '')}.pdf`,
    format: 'pdf',
    prints: prints.map(({ make }) => make()),
  })
  return isOneFile && prints.length > 0 ? [...single, whole] : single
}

/** Of a packed set: each lesson as a poster for the wall and for a screen, all of them in one file, and what the loudspeaker says. */
function filesOfSet(pack: PosterPack, setId: string): PackFile[] {
  const { language, style } = pack.ask
  const set = catalogue().sets.get(setId)
  if (set === undefined) return []
  const lessons = set.lessons.map(getMicro)
  const printed = (size: PosterLook['size'], slug: string) => printOf({ style, size, language }, slug, { kind: 'lesson', slug })
  const titled = (nth: number) => `${numbered(nth, lessons.length)} ${fileName(lessons[nth]?.title[language] ?? '')}`
  const walls = lessons.map(
    ({ id }, nth): PackFile =>
      () => ({ kind: 'file', name: `A4/${titled(nth)}.pdf`, format: 'pdf', prints: [printed('a4', id)] }),
  )
  const screens = lessons.map(
    ({ id }, nth): PackFile =>
      () => ({ kind: 'file', name: `1080x1920/${titled(nth)}.png`, format: 'png', prints: [printed('screen', id)] }),
  )
  const whole: PackFile = () => ({
    kind: 'file',
    name: `00 ${fileName(set.title[language])}.pdf`,
    format: 'pdf',
    prints: lessons.map(({ id }) => printed('a4', id)),
  })
  const aloud: PackFile = () => ({
    kind: 'text',
    name: `${fileName(set.title[language])}.txt`,
    text: aloudText(
      set.aloud.map(({ lesson, when }) => {
        const { title, aloud: text } = getMicro(lesson)
        return { title: title[language], text: text[language], when: when[language] }
      }),
    ),
  })
  return [...walls, ...screens, whole, aloud]
}

/** Every file of a pack, in the order in which they are made. */
export const filesOfPack = (pack: PosterPack): PackFile[] =>
  pack.ask.kind === 'codes' ? filesOfCodes(pack, pack.ask.codes) : filesOfSet(pack, pack.setId ?? '')
