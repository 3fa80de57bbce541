import { encode } from 'uqr'
import type { Bilingual } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import { type Face, textWidth } from '../shared/type.server'

/** What a 培训合格证明 prints. No end date: intervals move with the unit; its code gives today's standing. */
export type CertificatePrint = {
  name: string
  unitName: string
  position: Bilingual
  course: Bilingual
  passedOn: string
  number: string
  /** The county, '' before it is set up. */
  issuer: string
  /** The address of the code, upper case. */
  checkUrl: string
  /** The address of the second code: the verify page with the signed statement behind #. */
  statementUrl: string
}

export type Mark =
  | { kind: 'text'; text: string; x: number; y: number; size: number; face: Face; colour: string; language: 'zh-CN' | 'en'; heading?: true }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number; colour: string }
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string; radius: number }
  | { kind: 'path'; d: string; x: number; y: number; scale: number; colour: string }
  | { kind: 'code'; x: number; y: number; size: number; modules: readonly (readonly boolean[])[]; colour: string; alt: string }

/** A4 landscape in points; y grows downwards, text stands on its base line. */
export type Sheet = { width: number; height: number; paper: string; title: string; marks: Mark[] }

const ink = '#1D1B19'
const second = '#5C5852'
const hair = '#D8D2C7'
const vermilion = '#B8291E'
const width = 842
const height = 595
const left = 84
const right = width - 84
const codeSize = 140
const codeX = right - codeSize
const valueWidth = codeX - 40 - (left + 104)
/** Up to here the lines above the table may run, beside the code. */
const beside = codeX - 32 - left
const wordsOf = () => [translator('zh').getFixedT('zh', 'credentials'), translator('en').getFixedT('en', 'credentials')] as const

type Line = {
  text: string
  x: number
  y: number
  size: number
  face?: Face
  colour?: string
  most?: number
  language?: 'zh-CN' | 'en'
  heading?: true
}

/** One line, made smaller where it would be wider than `most`. */
function line({ text, x, y, size, face = 'regular', colour = ink, most = right - left, language = 'zh-CN', heading }: Line): Mark {
  const natural = textWidth(text, size, face)
  const fitting = natural > most ? (size * most) / natural : size
  return { kind: 'text', text, x, y, size: fitting, face, colour, language, ...(heading ? { heading } : {}) }
}

const rule = (y: number, colour = hair): Mark => ({ kind: 'line', x1: left, y1: y, x2: right, y2: y, width: 0.75, colour })

function frame(): Mark[] {
  const side = (inset: number, stroke: number, colour: string): Mark[] => {
    const [x2, y2] = [width - inset, height - inset]
    return [
      { kind: 'line', x1: inset, y1: inset, x2, y2: inset, width: stroke, colour },
      { kind: 'line', x1: inset, y1: y2, x2, y2, width: stroke, colour },
      { kind: 'line', x1: inset, y1: inset, x2: inset, y2, width: stroke, colour },
      { kind: 'line', x1: x2, y1: inset, x2, y2, width: stroke, colour },
    ]
  }
  return side(30, 0.75, hair)
}

/** The mark of the site: an open door with a way out. */
function brand(name: string): Mark[] {
  const [x, y, scale] = [left, 66, 0.9]
  return [
    { kind: 'box', x, y, width: 26 * scale, height: 26 * scale, radius: 6 * scale, colour: vermilion },
    { kind: 'path', d: 'M8 21V6.5l8-2v18.8z', x, y, scale, colour: '#FFFFFF' },
    { kind: 'path', d: 'M18 5h3.5v17H18v-2h1.5V7H18z', x, y, scale, colour: '#FFFFFF' },
    line({ text: name, x: x + 34, y: y + 17.5, size: 15, face: 'medium' }),
  ]
}

type Entry = { label: string; under: string; value: string; also?: string }

function entries(rows: readonly Entry[], top: number, most: number): Mark[] {
  return rows.flatMap(({ label, under, value, also }, at) => {
    const y = top + at * 43 + 1
    const second15 =
      also === undefined ? [] : [line({ text: also, x: left + 104, y: y + 31, size: 10, colour: second, language: 'en', most })]
    return [
      line({ text: label, x: left, y: y + 18, size: 12.5, colour: second }),
      line({ text: under, x: left, y: y + 31, size: 9.5, colour: second, language: 'en' }),
      line({ text: value, x: left + 104, y: y + (also === undefined ? 22 : 17), size: 15.5, face: 'medium', most }),
      ...second15,
      { kind: 'line', x1: left, y1: y + 40, x2: left + 104 + most, y2: y + 40, width: 0.75, colour: hair } satisfies Mark,
    ]
  })
}

type Code = { address: string; ecc: 'M' | 'Q'; y: number; words: string }

/** A code in the right column with what it is for beneath it, in both languages. */
function code({ address, ecc, y, words }: Code): Mark[] {
  const [zh, en] = wordsOf()
  const { data } = encode(address, { ecc, border: 0 })
  return [
    { kind: 'code', x: codeX, y, size: codeSize, modules: data, colour: ink, alt: zh(`print.${words}Alt`) },
    line({ text: zh(`print.${words}`), x: codeX, y: y + codeSize + 17, size: 11.5, most: codeSize }),
    line({ text: en(`print.${words}`), x: codeX, y: y + codeSize + 31, size: 9, colour: second, language: 'en', most: codeSize }),
  ]
}

/** The one drawing that both the PDF and the picture are made of. */
export function certificateSheet(print: CertificatePrint): Sheet {
  const [zh, en] = wordsOf()
  const title = zh('print.title')
  const issuer = print.issuer === '' ? zh('print.product') : print.issuer
  const rows: Entry[] = [
    { label: zh('print.unit'), under: en('print.unit'), value: print.unitName },
    { label: zh('print.position'), under: en('print.position'), value: print.position.zh, also: print.position.en },
    { label: zh('print.course'), under: en('print.course'), value: print.course.zh, also: print.course.en },
    { label: zh('print.passedOn'), under: en('print.passedOn'), value: dayText(print.passedOn, 'zh'), also: dayText(print.passedOn, 'en') },
  ]
  const number = `${zh('print.number')} ${print.number}`
  const marks: Mark[] = [
    ...frame(),
    ...brand(zh('print.product')),
    line({ text: number, x: right - textWidth(number, 11, 'regular'), y: 83.5, size: 11, colour: second }),
    line({ text: title, x: left, y: 158, size: 40, face: 'bold', heading: true }),
    line({ text: en('print.title'), x: left, y: 180, size: 12.5, colour: second, language: 'en' }),
    line({ text: print.name, x: left, y: 246, size: 30, face: 'medium', most: beside }),
    line({ text: zh('print.statement'), x: left, y: 273, size: 14, most: beside }),
    line({ text: en('print.statement'), x: left, y: 291, size: 10, colour: second, language: 'en', most: beside }),
    { kind: 'line', x1: left, y1: 314, x2: left + 104 + valueWidth, y2: 314, width: 0.75, colour: hair },
    ...entries(rows, 314, valueWidth),
    ...code({ address: print.statementUrl, ecc: 'M', y: 112, words: 'verify' }),
    ...code({ address: print.checkUrl, ecc: 'Q', y: 314, words: 'scan' }),
    rule(516),
    line({ text: zh('print.issuedBy', { issuer }), x: left, y: 537, size: 11, colour: second, most: 300 }),
    line({ text: zh('print.note'), x: right - textWidth(zh('print.note'), 9, 'regular'), y: 537, size: 9, colour: second }),
  ]
  return { width, height, paper: '#FBFAF7', title, marks }
}
