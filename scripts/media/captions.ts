/** What lies around the picture: the line of scenes above, the captions below, the first and last cards. */
import { widthOf, write } from './glyphs.ts'
import type { Cue, Part } from './script.ts'
import { box, clamp, colour, disc, during, fade, group, HEIGHT, hold, PICTURE, WIDTH } from './stage.ts'

const EDGE = 48
const ZH = 50
const EN = 31

/** Shrinks a line that would run past the margins. */
const fitted = (words: string, size: number, weight: 'bold' | 'medium', room: number): number =>
  Math.min(size, (size * room) / widthOf(words, size, weight))

/** The caption of this instant, Chinese above English, in the paper below the picture. */
export function caption(cues: readonly Cue[], t: number): string {
  const top = PICTURE.top + PICTURE.height
  const ground = box(0, top, WIDTH, HEIGHT - top, colour.paper) + box(0, top, WIDTH, 2, colour.hairline)
  const words = cues
    .filter((cue) => t >= cue.from && t < cue.to)
    .map((cue) => {
      const room = WIDTH - EDGE * 2
      const lines =
        write(cue.zh, WIDTH / 2, top + 76, { size: fitted(cue.zh, ZH, 'bold', room), weight: 'bold', anchor: 'middle' }) +
        write(cue.en, WIDTH / 2, top + 126, {
          size: fitted(cue.en, EN, 'medium', room),
          weight: 'medium',
          fill: colour.second,
          anchor: 'middle',
        })
      return fade(lines, hold(t, cue.from, cue.to, 0.14))
    })
  return ground + words.join('')
}

/** Number and name of the scene at the left, one mark per scene at the right, filling as time goes. */
export function sceneLine(parts: readonly Part[], t: number): string {
  const marked = parts.filter((part) => part.mark !== undefined)
  const now = marked.findIndex((part) => t >= part.from && t < part.to)
  const ground = box(0, 0, WIDTH, PICTURE.top, colour.paper) + box(0, PICTURE.top - 2, WIDTH, 2, colour.hairline)
  const part = marked[now]
  const name = part
    ? disc(EDGE + 22, 38, 22, colour.indigo) +
      write(String(now + 1), EDGE + 22, 48, { size: 29, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
      write(part.name.zh, EDGE + 60, 51, { size: 36, weight: 'bold' }) +
      write(part.name.en, EDGE + 60 + widthOf(part.name.zh, 36, 'bold') + 18, 50, { size: 25, fill: colour.second })
    : ''
  const cell = 58
  const gap = 8
  const left = WIDTH - EDGE - marked.length * cell - (marked.length - 1) * gap
  const marks = marked.map((one, index) => {
    const x = left + index * (cell + gap)
    const done = clamp((t - one.from) / (one.to - one.from))
    const fill = index === now ? colour.indigo : done >= 1 ? colour.second : colour.quiet
    return (
      write(one.mark ?? '', x + cell / 2, 43, { size: 28, weight: index === now ? 'bold' : 'medium', fill, anchor: 'middle' }) +
      box(x, 54, cell, 6, colour.hairline, 3) +
      (done > 0.02 ? box(x, 54, Math.max(6, cell * done), 6, colour.indigo, 3) : '')
    )
  })
  return ground + name + marks.join('')
}

/** The mark of the house: a small vermilion square and the name. */
export function wordmark(x: number, y: number): string {
  return (
    box(x, y - 36, 44, 44, colour.vermilion, 8) +
    write('明', x + 22, y - 2, { size: 32, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    write('明白人', x + 58, y - 2, { size: 32, weight: 'bold' }) +
    write('Mingbai', x + 166, y - 2, { size: 26, fill: colour.second })
  )
}

/** The closing card: the cues of the last scene as a numbered list that stays. */
export function reminders(part: Part, cues: readonly Cue[], t: number, pictures: readonly string[]): string {
  const lines = cues.filter((cue) => cue.from >= part.from).slice(0, 3)
  const rows = lines.map((cue, index) => {
    const y = 222 + index * 150
    const shown = during(t, cue.from - 0.25, cue.from + 0.1)
    const row =
      box(EDGE, y - 64, WIDTH - EDGE * 2, 130, colour.raised, 8, { stroke: colour.hairline, 'stroke-width': 2 }) +
      disc(EDGE + 62, y + 1, 32, colour.indigo) +
      write(String(index + 1), EDGE + 62, y + 16, { size: 42, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
      write(cue.zh, EDGE + 122, y + 2, { size: fitted(cue.zh, 44, 'bold', 890), weight: 'bold' }) +
      write(cue.en, EDGE + 122, y + 44, { size: fitted(cue.en, 28, 'medium', 890), weight: 'medium', fill: colour.second }) +
      group(pictures[index] ?? '', { transform: `translate(${WIDTH - EDGE - 92} ${y + 1})` })
    return fade(row, shown)
  })
  return (
    box(0, 0, WIDTH, HEIGHT, colour.paper) +
    write(part.name.zh, EDGE, 94, { size: 60, weight: 'bold' }) +
    write(part.name.en, EDGE + widthOf(part.name.zh, 60, 'bold') + 24, 92, { size: 32, fill: colour.second }) +
    rows.join('') +
    wordmark(EDGE, 676)
  )
}
