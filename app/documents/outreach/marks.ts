import type { Shape } from '~/domain/outreach/drawing'
import type { PosterLanguage } from '~/domain/outreach/poster'
import type { Face } from '../shared/type.server'

/** A line of text whose left end stands on its base line at x, y. */
export type Line = { text: string; x: number; y: number; size: number }

/** What a text is to the poster. */
export type Part = 'headline' | 'under' | 'scan' | 'place' | 'code' | 'address' | 'issuer'

export type Words = {
  kind: 'words'
  part: Part
  /** What is read aloud: lines are only how it is set. */
  says: string
  lines: readonly Line[]
  face: Face
  colour: string
  /** The colour it stands on. */
  on: string
}

export type Mark =
  | Words
  | { kind: 'box'; x: number; y: number; width: number; height: number; radius: number; colour: string }
  | { kind: 'path'; d: string; x: number; y: number; scale: number; colour: string }
  | { kind: 'code'; x: number; y: number; size: number; modules: readonly (readonly boolean[])[]; colour: string; on: string; alt: string }
  | {
      kind: 'picture'
      x: number
      y: number
      width: number
      height: number
      radius: number
      /** Where it runs over the edge of the paper: there it is drawn larger beneath, so that nothing that matters is cut off. */
      over?: { x: number; y: number; width: number; height: number }
      drawing: Shape
      alt: string
    }

/** A page. Lengths are of a sheet as wide as A4, in millimetres from its upper left corner; `scale` makes them real. */
export type Sheet = {
  width: number
  height: number
  bleed: number
  /** Real units in one of ours: millimetres, or pixels of a screen. */
  scale: number
  unit: 'mm' | 'px'
  paper: string
  title: string
  language: PosterLanguage
  issuer: string
  marks: readonly Mark[]
}

/** Where a style lays out a poster. */
export type Ground = { width: number; height: number; bleed: number }

export const ink = '#1D1B19'
export const second = '#5C5852'
export const white = '#FFFFFF'
export const vermilion = '#B8291E'

export const box = (x: number, y: number, width: number, height: number, colour: string, radius = 0): Mark => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  radius,
  colour,
})

/** The mark of the site: an open door with a way out. */
export function door(x: number, y: number, size: number, ground: string, leaf: string): Mark[] {
  const scale = size / 26
  return [
    box(x, y, size, size, ground, 6 * scale),
    { kind: 'path', d: 'M8 21V6.5l8-2v18.8z', x, y, scale, colour: leaf },
    { kind: 'path', d: 'M18 5h3.5v17H18v-2h1.5V7H18z', x, y, scale, colour: leaf },
  ]
}
