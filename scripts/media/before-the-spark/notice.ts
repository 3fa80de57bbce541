/** The paper that tells everyone: hot work here. */
import { write } from '../glyphs.ts'
import { box, colour, group, line, round } from '../stage.ts'
import { p } from './marks.ts'

/** Around its centre, 150 × 196 at full size. */
export const notice = (x: number, y: number, scale: number): string =>
  group(
    box(-75, -98, 150, 196, '#FFFFFF', 4, { stroke: colour.vermilion, 'stroke-width': 5 }) +
      box(-75, -98, 150, 56, colour.vermilion, 3) +
      write('动火公告', 0, -60, { size: 32, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
      write('Hot work', 0, -12, { size: 30, weight: 'bold', anchor: 'middle' }) +
      line([p(-54, 16), p(54, 16)], colour.quiet, 6) +
      line([p(-54, 42), p(54, 42)], colour.quiet, 6) +
      line([p(-54, 68), p(14, 68)], colour.quiet, 6),
    { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
  )
