import { z } from 'zod'
import { parseDay } from '../domain/shared/day'
import { isZero, parsePeriod } from '../domain/shared/period'

export const text = z.string().trim().min(1)
export const bilingual = z.strictObject({ zh: text, en: text })
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and dashes')
export const day = z.string().transform((value, context) => {
  const parsed = parseDay(value)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: `${value} is not a day (YYYY-MM-DD)` })
  return z.NEVER
})
const period = z.string().transform((value, context) => {
  const parsed = parsePeriod(value)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: `${value} is not a period (P[nY][nM][nD])` })
  return z.NEVER
})
const someTime = period.refine((parsed) => !isZero(parsed), 'a repeated period may not be zero')

/** How far a fact was checked. V1: clause read in full text. V1r: in a reprint. V2: second-hand, shown as such. S: local policy text. */
const mark = z.enum(['V1', 'V1r', 'V2', 'S'])
export const clause = z.strictObject({
  of: text,
  mark,
  quote: text.optional(),
  /** Where a reprint was read (V2). */
  page: text.optional(),
  /** The source document in content/sources that holds the quotation (S). */
  document: slug.optional(),
})
export const source = clause.extend({ also: z.array(clause).optional() })

export const word = z.strictObject({
  id: z.string().regex(/^[a-z0-9{}-]+$/),
  zh: text,
  en: text,
  group: z.string().optional(),
  /** Of a trait: what the units that have it are called. */
  units: bilingual.optional(),
})
export const words = z.array(word)
const evidenceWord = word.extend({ kinds: z.array(z.string()).optional(), subjects: z.array(z.string()).optional() })
export const evidenceWords = z.strictObject({ kinds: z.array(evidenceWord), topics: z.array(evidenceWord) })

export const cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gate'), lookback: period }),
  z.strictObject({ kind: z.literal('once'), within: period }),
  z.strictObject({ kind: z.literal('calendar'), every: z.enum(['P1M', 'P3M', 'P6M', 'P1Y']), lead: period }),
  z.strictObject({ kind: z.literal('rolling'), every: someTime, opens: period, first: period }),
])

const dutyId = z.string().regex(/^[a-z0-9{}-]+$/)
const dutyBase = {
  title: bilingual,
  plain: bilingual,
  binds: z.enum(['unit', 'person', 'post']),
  positions: z.array(z.string()),
  traits: z.array(z.string()),
  from: day,
  to: day.nullable(),
  jurisdiction: text,
  force: z.enum(['law', 'rule', 'standard', 'policy', 'plan']),
  source,
  policy: bilingual.optional(),
}

export const duty = z.strictObject({
  id: dutyId,
  computed: z.literal(true).optional(),
  /** Written once for each position, or for each of `years`; `{position}` and `{year}` stand for it. */
  each: z.enum(['position', 'year']).optional(),
  years: z.strictObject({ first: z.number().int().min(2000), last: z.number().int().max(2100) }).optional(),
  ...dutyBase,
  /** What is asked for: of duties of one thing that bind the same people the shortest interval leads. */
  thing: dutyId,
  /** everywhere: in force without being asked for. place: where a place has switched it on, from that day. */
  adopt: z.enum(['everywhere', 'place']),
  bars: z.boolean(),
  counts: z.array(z.strictObject({ kind: z.string(), topic: z.string(), sameUnit: z.boolean() })).min(1),
  cadence,
  content: slug.nullable(),
})

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day of the year, MM-DD')

/** A duty whose rhythm the rule cannot express: shown with its clause and a reminder, never given a standing. */
export const statedDuty = z.strictObject({
  id: dutyId,
  computed: z.literal(false),
  ...dutyBase,
  rhythm: z.enum([
    'ongoing',
    'periodic',
    'per-event',
    'on-change',
    'before-start',
    'per-term',
    'per-school-year',
    'per-intake',
    'two-yearly',
  ]),
  /** The rhythm as the clause has it. */
  when: bilingual,
  /** When in the year to think of it. */
  remind: z.array(z.strictObject({ from: monthDay, to: monthDay, what: bilingual })),
})
export const duties = z.array(z.discriminatedUnion('computed', [statedDuty, duty]))

/** A text that quotations are checked against, beside sources.yaml as <id>.txt. */
export const sourceText = z.strictObject({
  id: slug,
  title: bilingual,
  place: bilingual,
  year: z.number().int().min(1949).max(2100),
  /** By whom, under which number and when, as far as the text itself says. */
  issued: bilingual,
  /** Every line begins with a running number that is not part of the text. */
  slices: z.boolean().optional(),
  /** The head of a table that comes back on every page. */
  headers: z.array(text).optional(),
  /** Misread places: what the file has, and what is meant. */
  slips: z.array(z.strictObject({ as: text, read: text })),
})
export const sourceTexts = z.array(sourceText)

const quotation = z.strictObject({ quote: text, document: slug })
/** A row of what the source documents ask for, and what of the product answers it. */
export const row = quotation
  .extend({
    id: z.string().regex(/^[A-E][1-9]\d?$/, 'must be a letter A to E and a number'),
    /** What else the row quotes, of the same document or another. */
    also: z.array(quotation).optional(),
    duties: z.array(dutyId).min(1).optional(),
    served: z.strictObject({ page: z.string().startsWith('/'), test: z.string().startsWith('tests/') }).optional(),
    later: text.optional(),
  })
  .refine(({ duties, served, later }) => [duties, served, later].filter((answer) => answer !== undefined).length === 1, {
    message: 'write exactly one of duties, served and later',
  })
export const rows = z.array(row)

export const card = z.strictObject({ id: slug, five: z.array(bilingual).length(5), rests: z.array(source).min(1) })

export const minutes = z.number().int().min(1).max(90)
export const course = z.strictObject({
  id: slug,
  title: text,
  summary: text,
  for: text,
  minutes,
  clause: source,
  positions: z.array(z.string()).min(1),
  gives: z.array(z.strictObject({ kind: z.string(), topic: z.string() })).min(1),
  watch: z.array(slug),
  /** The exercise that goes with the course; its page is linked. */
  practise: z.enum(['panel']).optional(),
  bank: slug,
  paper: z.strictObject({
    questions: z.number().int().min(1).max(100),
    minutes,
    pass: z.number().int().min(1).max(100),
    retakeAfterMinutes: z.number().int().min(0),
    draw: z.array(z.strictObject({ topic: slug, count: z.number().int().min(1) })).min(1),
  }),
  lessons: z.array(slug).min(1),
})
export const courseInEnglish = z.strictObject({ id: slug, title: text, summary: text, for: text })

export const lesson = z.strictObject({
  id: slug,
  title: text,
  minutes: z.number().int().min(3).max(6),
  situation: text,
  facts: z.array(clause.extend({ says: text })).min(1),
  /** The day from which the lesson says something new, and what: whoever passed before it is given the lesson again. */
  changed: z.strictObject({ on: day, what: bilingual }).optional(),
})
export const lessonInEnglish = lesson.omit({ facts: true, changed: true })

const percent = z.number().min(0).max(100)
const option = z.strictObject({ id: slug, text: bilingual, right: z.boolean().optional(), because: bilingual })
const spot = z.strictObject({ id: slug, x: percent, y: percent, label: bilingual, right: z.boolean(), because: bilingual })
const pieceBase = { id: slug, prompt: bilingual }
export const piece = z.discriminatedUnion('kind', [
  z.strictObject({ ...pieceBase, kind: z.literal('choose'), many: z.boolean().optional(), options: z.array(option).min(2).max(6) }),
  z.strictObject({ ...pieceBase, kind: z.literal('spot'), picture: slug, alt: bilingual, spots: z.array(spot).min(3).max(12) }),
  z.strictObject({ ...pieceBase, kind: z.literal('route'), picture: slug, alt: bilingual, stops: z.array(spot).min(3).max(12) }),
  z.strictObject({
    ...pieceBase,
    kind: z.literal('order'),
    steps: z
      .array(z.strictObject({ id: slug, text: bilingual }))
      .min(3)
      .max(8),
    because: bilingual,
  }),
  z.strictObject({
    ...pieceBase,
    kind: z.literal('branch'),
    start: slug,
    nodes: z
      .array(
        z.strictObject({
          id: slug,
          text: bilingual,
          choices: z.array(z.strictObject({ id: slug, text: bilingual, to: slug })).optional(),
          end: z.enum(['good', 'bad']).optional(),
        }),
      )
      .min(2),
  }),
])
export const pieces = z.array(piece)

const shown = z.strictObject({ id: slug, text: bilingual })
export const question = z.strictObject({
  id: slug,
  revision: z.number().int().min(1),
  kind: z.enum(['single', 'multiple', 'truefalse', 'order', 'hotspot']),
  difficulty: z.number().int().min(1).max(3),
  block: z.number().int().min(1).max(12),
  stem: bilingual,
  options: z.array(shown).min(3).max(6).optional(),
  picture: slug.optional(),
  alt: bilingual.optional(),
  spots: z
    .array(z.strictObject({ id: slug, x: percent, y: percent, label: bilingual.optional() }))
    .min(3)
    .max(12)
    .optional(),
  key: z.union([z.boolean(), slug, z.array(slug).min(1)]),
  explanation: bilingual,
  source,
  checked: z.strictObject({ by: text, on: z.string(), note: text.optional() }).optional(),
})
export const bank = z.strictObject({
  topic: slug,
  title: bilingual,
  lessons: z.array(slug).optional(),
  questions: z.array(question).min(1),
})

const cue = z.strictObject({ from: z.number(), to: z.number(), zh: text, en: text })
const scene = z.object({ id: slug, from: z.number(), to: z.number(), name: bilingual, zh: text, en: text })
export const video = z.object({
  id: slug,
  title: bilingual,
  seconds: z.number().min(1),
  cues: z.array(cue).min(1),
  scenes: z.array(scene).optional(),
  facts: z.array(clause.extend({ says: text })).min(1),
})

export type Word = z.output<typeof word>
export type DutyText = z.output<typeof duty>
export type StatedDuty = z.output<typeof statedDuty>
export type SourceText = z.output<typeof sourceText>
export type Row = z.output<typeof row>
export type Card = z.output<typeof card>
export type Course = z.output<typeof course>
export type CourseInEnglish = z.output<typeof courseInEnglish>
export type Lesson = z.output<typeof lesson>
export type LessonInEnglish = z.output<typeof lessonInEnglish>
export type Piece = z.output<typeof piece>
export type Question = z.output<typeof question>
export type Bank = z.output<typeof bank>
export type Video = z.output<typeof video>
