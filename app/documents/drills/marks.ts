import type { Face } from '../shared/type.server'

export type Tag = 'H1' | 'H2' | 'P' | 'LI' | 'TH' | 'TD'
/** Text on its base lines. `cell`: the row of a table that it belongs to. */
export type Words = {
  kind: 'words'
  tag: Tag
  cell: { table: number; row: number } | null
  lines: readonly { text: string; x: number; y: number }[]
  size: number
  face: Face
  colour: string
}
export type Ornament =
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; colour: string; width: number; dashed?: boolean }
  | { kind: 'box'; x: number; y: number; width: number; height: number; fill: string; radius: number }
export type Code = { kind: 'code'; x: number; y: number; size: number; modules: readonly (readonly boolean[])[]; alt: string }
/** What is drawn on a page, in points from its top left corner. */
export type Mark = Words | Ornament | Code
export type Page = readonly Mark[]

export const a4 = { width: 595.28, height: 841.89 }
export const ink = '#1D1B19'
export const second = '#5C5852'
export const hair = '#CFC9BE'
export const shade = '#F3F0EA'
export const vermilion = '#B8291E'
