import type { PosterPrint } from '~/domain/outreach/poster'
import { door, type Mark } from './marks'
import { setText } from './setting.server'

type Wish = {
  x: number
  bottom: number
  width: number
  seal: number
  size: number
  colour: string
  on: string
  tones: readonly [string, string]
}

/** The mark of the site like a seal, and beside it, on one line or two, who hangs the poster. */
export function signature(print: PosterPrint, { x, bottom, width, seal, size, colour, on, tones }: Wish): Mark[] {
  const gap = seal * 0.32
  const room = { x: x + seal + gap, width: width - seal - gap, height: seal }
  const wish = {
    ...room,
    part: 'issuer',
    text: print.issuer,
    language: print.language,
    face: 'regular',
    size,
    least: size * 0.6,
    colour,
    on,
  } as const
  const tall = setText({ ...wish, y: 0 }).bottom
  return [...door(x, bottom - seal, seal, ...tones), ...setText({ ...wish, y: bottom - seal / 2 - tall / 2 }).words]
}
