import { type Face, inkOf, textWidth } from '../shared/type.server'
import type { Line, Words } from './marks'

const point = /^[，。！？、：；]$/u
const figure = /^[0-9A-Za-z]$/

/** How much of the length of a square a character takes in a column. */
const lengthOf = (letter: string): number => (point.test(letter) ? 0.46 : figure.test(letter) ? 0.86 : 1)

type Wish = {
  headline: string
  middle: number
  y: number
  height: number
  most: number
  loosest: number
  face: Face
  colour: string
  on: string
}

/** A point stands at the upper right of its half square. */
function pointAt(letter: string, middle: number, top: number, size: number, face: Face): Line {
  const { right, top: above } = inkOf(letter, size, face)
  return { text: letter, x: middle + 0.44 * size - right, y: top + 0.02 * size - above, size }
}

/** A headline from top to bottom (竖排), its characters as large as `most` and set apart as far as its room allows. */
export function setColumn({ headline, middle, y, height, most, loosest, face, colour, on }: Wish): { words: Words; bottom: number } {
  const letters = [...headline].filter((letter) => letter.trim() !== '')
  const squares = letters.reduce((sum, letter) => sum + lengthOf(letter), 0)
  const size = Math.min(most, height / squares)
  const gaps = letters.filter((letter, nth) => nth > 0 && !point.test(letter)).length
  const spread = Math.min(loosest, (height - size * squares) / Math.max(1, gaps) / size)
  let top = y
  const lines = letters.map((letter, nth) => {
    const here = top
    const next = letters[nth + 1]
    top += (lengthOf(letter) + (next === undefined || point.test(next) ? 0 : spread)) * size
    if (point.test(letter)) return pointAt(letter, middle, here, size, face)
    const rise = figure.test(letter) ? 0.78 : 0.87
    return { text: letter, x: middle - textWidth(letter, size, face) / 2, y: here + rise * size, size }
  })
  return { words: { kind: 'words', part: 'headline', says: headline, lines, face, colour, on }, bottom: top }
}
