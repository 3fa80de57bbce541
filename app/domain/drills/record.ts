import { z } from 'zod'
import { drillBody } from './drill-body'
import { evaluation } from './evaluation'
import { finding } from './finding'
import { planRevised, reported } from './record-steps'

const text = z.string()
const instant = z.iso.datetime().nullable()
const someone = z.strictObject({ id: text, name: text, department: text })

/** How a drill came to be recorded: with a board, in a minute after it, or after the fact from paper. */
export const recordWays = ['planned', 'logged', 'paper'] as const

/**
 * The whole record of a drill as it was when it was signed: what 61号令 第四十三条 asks for (time, place, content, departments, people) and
 * what belongs to it. It is kept as it is; a later version of this shape gets a number of its own.
 */
export const drillRecord = z.strictObject({
  version: z.literal(1),
  unit: text,
  way: z.enum(recordWays),
  enteredAt: z.iso.datetime(),
  enteredBy: text,
  body: drillBody,
  kindName: z.strictObject({ zh: text, en: text }),
  /** The civil day it was held. */
  on: text,
  begins: instant,
  ends: instant,
  departments: z.array(text),
  there: z.array(z.strictObject({ ...someone.shape, at: instant, way: text })),
  away: z.array(z.strictObject({ ...someone.shape, why: text })),
  missing: z.array(z.strictObject({ ...someone.shape, lastZone: text })),
  /** Classes and guests: counted, never named. */
  counted: z.array(z.strictObject({ name: text, kind: text, expected: z.number().nullable(), count: z.number().nullable() })),
  walkIns: z.array(text),
  /** How many entries were in doubt, and how many of them the commander let count. */
  doubts: z.strictObject({ all: z.number(), counted: z.number() }),
  timeline: z.array(z.strictObject({ mark: text, zone: text, at: z.iso.datetime(), by: text })),
  told: z.array(z.strictObject({ at: z.iso.datetime(), by: text, zone: text, text: text.nullable(), photo: text.nullable() })),
  notices: z.array(z.strictObject({ means: text, on: text, time: text })),
  signs: z.array(z.strictObject({ where: text })),
  sheets: z.array(text),
  evaluation: evaluation.nullable(),
  findings: z.array(z.strictObject({ ...finding.shape, id: text, done: text.nullable() })),
  /** The version of the unit's plan that was in force, null where there is none; and how the drill changed it. */
  planVersion: z.number().nullable(),
  revised: z.array(planRevised),
  report: reported.nullable(),
})
export type DrillRecord = z.output<typeof drillRecord>

/** What a signature keeps. */
export const signature = z.strictObject({ record: drillRecord, signer: text })

/** What the law asks a record to say and this one does not: each a word for the page, never filled in. */
export const gapKinds = ['notice', 'sign', 'people', 'content', 'evaluation', 'revision', 'sheet', 'report'] as const
export type Gap = (typeof gapKinds)[number]

/** `mustReport`: a unit of 生产安全事故应急条例 第八条第二款. */
export function gapsOf(record: DrillRecord, { mustReport }: { mustReport: boolean }): Gap[] {
  const isEmpty: Record<Gap, boolean> = {
    notice: record.notices.length === 0,
    sign: record.signs.length === 0,
    people: record.there.length === 0 && record.walkIns.length === 0,
    content: record.body.story === '',
    evaluation: record.evaluation === null,
    revision: record.revised.length === 0,
    sheet: record.way === 'paper' && record.sheets.length === 0,
    report: mustReport && record.report === null,
  }
  return gapKinds.filter((gap) => isEmpty[gap])
}
