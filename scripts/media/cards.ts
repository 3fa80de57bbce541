/** The first card of a film. */

import { wordmark } from './captions.ts'
import { widthOf, write } from './glyphs.ts'
import { box, colour, group, WIDTH } from './stage.ts'

export type Title = {
  /** The first line, smaller, and the second, large. */
  lines: readonly [string, string]
  /** Drawn around 0,0, at most 400 wide, to the right of the words. */
  picture: (t: number, seconds: number) => string
}

export function titleCard({ lines: [lead, rest], picture }: Title, en: string, t: number, seconds: number): string {
  const most = 680
  return (
    box(0, 0, WIDTH, 720, colour.paper) +
    wordmark(80, 116) +
    write(lead, 80, 282, { size: Math.min(78, (78 * most) / widthOf(lead, 78, 'bold')), weight: 'bold' }) +
    write(rest, 80, 402, { size: Math.min(108, (108 * most) / widthOf(rest, 108, 'bold')), weight: 'bold', fill: colour.indigo }) +
    write(en, 82, 466, { size: Math.min(33, (33 * most) / widthOf(en, 33, 'medium')), weight: 'medium', fill: colour.second }) +
    group(picture(t, seconds), { transform: 'translate(1000 296)' })
  )
}
