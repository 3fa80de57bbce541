import { encode } from 'uqr'
import type { PosterPrint } from '~/domain/outreach/poster'
import { ink, type Mark, second } from './marks'
import { setText, setWidth } from './setting.server'

/** Modules of clean ground around a code. */
const quietModules = 4

/** The code of an address at the highest level of correction: nearly a third of it may be lost. */
export const modulesOf = (address: string): boolean[][] => encode(address, { ecc: 'H', border: 0 }).data

/** How wide the clean ground around a code of a size is. */
export const quietOf = (print: PosterPrint, size: number): number => (size * quietModules) / modulesOf(print.codeUrl).length

/** The place's code and the address beneath a code, as tall as this. */
export const legendHeight = (size: number): number => size * 0.18

type Wish = { print: PosterPrint; x: number; y: number; size: number; on: string }

/** A code on light ground with what one types beneath it, clear of its quiet zone. */
export function codeBlock({ print, x, y, size, on }: Wish): Mark[] {
  const quiet = quietOf(print, size)
  const look = { x, width: size, on, language: 'en' } as const
  const top = y + size * 1.01 + quiet
  const tall = legendHeight(size)
  const code = { kind: 'code', x, y, size, modules: modulesOf(print.codeUrl), colour: ink, on, alt: print.codeAlt } satisfies Mark
  const address = { ...look, part: 'address', text: print.address, least: size * 0.02, face: 'regular', colour: second } as const
  if (print.code === '') return [code, ...hostAndPath({ ...address, y: top, height: tall, size: size * 0.062, colour: ink })]
  const spoken = setText({
    ...look,
    part: 'code',
    text: print.code,
    y: top,
    height: tall * 0.6,
    size: size * 0.105,
    least: size * 0.03,
    face: 'bold',
    colour: ink,
  })
  const below = spoken.bottom + size * 0.012
  const oneLine = Math.min(size * 0.058, size / setWidth(print.address, 1, 'regular'))
  return [code, ...spoken.words, ...setText({ ...address, y: below, height: top + tall - below, size: oneLine }).words]
}

/** A longer address on two lines: the server, and where on it. */
function hostAndPath(wish: Parameters<typeof setText>[0]): Mark[] {
  const [host = '', ...path] = wish.text.split('/')
  const first = setText({ ...wish, text: host, height: wish.height / 2 })
  return [
    ...first.words,
    ...setText({ ...wish, text: `/${path.join('/')}`, y: first.bottom + wish.size * 0.25, height: wish.height / 2 }).words,
  ]
}
