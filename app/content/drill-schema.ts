import { z } from 'zod'
import { drillMarks } from '../domain/drills/marks'
import { bilingual, clause, slug } from './schema'

const sources = z.record(slug, clause.omit({ quote: true, document: true }).extend({ en: z.string().min(1), says: bilingual }))
/** What a line rests on: keys of the file's sources, or `house` where it is our own way of doing it. */
const rests = z.array(slug).min(1)
const said = z.strictObject({ says: bilingual, rests })

/** A question of the evaluation, answered yes, partly, no or does not apply. Ids are never used twice in a file. */
const question = z.strictObject({
  id: slug,
  phase: z.enum(['before', 'alarm', 'evacuation', 'attack', 'roll', 'after']),
  asks: bilingual,
  rests,
})

const scenario = z.strictObject({
  id: slug,
  kind: slug,
  /** Nobody but the commander's circle knows day and hour. */
  unannounced: z.boolean(),
  title: bilingual,
  /** Where it is supposed to burn. */
  target: bilingual,
  /** What the commander reads out, or keeps for himself. */
  story: bilingual,
  /** What the commander lets happen on the way: a blocked stair, somebody missing. */
  injects: z.array(bilingual).max(4),
  rests,
})

/** The four groups of 61号令 第三十九条. */
const group = z.strictObject({ positions: z.array(slug), does: z.array(bilingual).min(2).max(5) })

/** content/drills/<id>.yaml: how a drill is planned at one kind of unit. */
export const drillTemplate = z.strictObject({
  id: slug,
  place: z.number().int().min(1),
  revision: z.number().int().min(1),
  title: bilingual,
  /** Offered first to units with one of these traits, or of one of these sectors. */
  traits: z.array(slug),
  sectors: z.array(slug),
  /** Who else is in the house besides staff: counted, never named. */
  others: z.array(z.strictObject({ id: slug, kind: z.enum(['visitors', 'residents', 'class']), title: bilingual })),
  zones: z
    .array(z.strictObject({ id: slug, title: bilingual }))
    .min(1)
    .max(12),
  assembly: z.array(bilingual).min(1).max(3),
  groups: z.strictObject({ attack: group, contact: group, evacuation: group, care: group }),
  scenarios: z.array(scenario).min(3),
  /** Cards to print: what one person does, in the order he does it. */
  cards: z.array(z.strictObject({ id: slug, title: bilingual, does: z.array(bilingual).min(3).max(7), rests })).min(3),
  /** What is special about bringing people out here. */
  moving: z.array(said).min(2),
  /** What nobody does in a drill here. */
  never: z.array(bilingual).min(2),
  evaluation: z.array(question).min(3).max(8),
  sources,
})

/** content/drill-kinds.yaml: kinds of drill (topics of evidence), and what every drill of the kind is judged by. */
export const drillKinds = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        id: slug,
        title: bilingual,
        /** What is practised, and what it stands for. */
        plain: bilingual,
        /** The marks of the timeline that are expected, in order. */
        marks: z.array(z.enum(drillMarks)),
        evaluation: z.array(question),
      }),
    )
    .min(1),
  /** The notice to people within range: {unit}, {date}, {time}, {place} are put in. */
  notice: bilingual,
  /** What stands on the sign at the entrance. */
  sign: bilingual,
  /** Marks after the alarm in minutes that the timeline shows, with what they stand for. */
  minutes: z.array(z.strictObject({ minute: z.number().int().min(1).max(30), says: bilingual })),
  minutesRest: rests,
  sources,
})

export type DrillTemplate = z.output<typeof drillTemplate>
export type DrillKinds = z.output<typeof drillKinds>
export type DrillKind = DrillKinds['kinds'][number]
