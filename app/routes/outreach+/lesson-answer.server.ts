import { setImmediate as nextTurn } from 'node:timers/promises'
import { catalogue } from '~/content/catalogue.server'
import { type Day, formatDay } from '~/domain/shared/day'
import { type KeptPage, keepingPages } from '~/http/kept-pages.server'
import { countScan } from '~/usecases/outreach/count-scan.server'
import { monthIn } from './hung-lessons.server'
import { type Asking, type LessonPage, lessonByCode, lessonByName } from './lesson-pages.server'

/** Sixteen megabytes hold some two thousand pages; every page can be made again in a few milliseconds. */
const kept = keepingPages(16 * 1024 * 1024)

/** `isReader`: a page is asked for to be read, and not only its headers. */
export type Asker = { isReader: boolean; address: string; browser: string; holds: string | null; today: Day; now: Date }
export type LessonAnswer =
  | { kind: 'page'; status: 200 | 404; page: KeptPage; mark: string; cache: string }
  | { kind: 'same'; mark: string; cache: string }
  | { kind: 'moved'; to: string }

const isHeld = (holds: string | null, mark: string): boolean => holds?.split(',').some((one) => one.trim() === mark) === true

/**
 * A lesson may be kept by anybody for an hour. What a code leads to is asked for anew each time, so that it is counted, but travels
 * again only where it has changed, and once a day, so that who comes back another day is counted.
 */
function answered(shown: LessonPage, cache: string, { isReader, address, browser, holds, today, now }: Asker): LessonAnswer {
  const page = kept(shown.key, shown.make)
  const mark = `W/"${page.mark}.${formatDay(today)}"`
  const held = isHeld(holds, mark)
  if (shown.count !== null && isReader) countScan({ ...shown.count, isHeld: held, address, browser, on: formatDay(today), now })
  return held && shown.status === 200 ? { kind: 'same', mark, cache } : { kind: 'page', status: shown.status, page, mark, cache }
}

/** Answers for `/m/<lesson>`. */
export function answerByName(asking: Asking, asker: Asker): LessonAnswer {
  const shown = lessonByName(asking)
  if (typeof shown === 'string') return { kind: 'moved', to: shown }
  return answered(shown, shown.status === 200 ? 'public, max-age=3600' : 'no-store', asker)
}

/** Makes each lesson's first page ahead of the first visitor; whoever comes meanwhile is answered between two of them. */
export async function keepLessons(): Promise<void> {
  for (const name of catalogue().micro.keys()) {
    const shown = lessonByName({ name, view: '', search: '' })
    if (typeof shown !== 'string') kept(shown.key, shown.make)
    await nextTurn()
  }
}

/** Answers for `/Q/<code>`. */
export const answerByCode = (asking: Asking, asker: Asker): LessonAnswer =>
  answered(lessonByCode(asking, monthIn(asker.today)), 'public, no-cache', asker)

/** What the browser is told of the page beside it. */
export const lessonHeaders = ({ mark, cache }: { mark: string; cache: string }) => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': cache,
  ETag: mark,
})

/** The same answer for the framework's router. */
export function toResponse(answer: LessonAnswer): Response {
  if (answer.kind === 'moved') return new Response(null, { status: 302, headers: { Location: answer.to } })
  const headers = lessonHeaders(answer)
  if (answer.kind === 'same') return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(answer.page.plain), { status: answer.status, headers })
}
