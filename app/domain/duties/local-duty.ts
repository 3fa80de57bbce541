import { z } from 'zod'
import { type Refused, refuse } from '../shared/refusal'
import { localRhythms } from './local-rhythms'

const line = (most: number) => z.string().trim().max(most)
const ids = z.array(z.string().min(1).max(80)).max(60)

/**
 * What the form says of a duty of a local plan. positions: none is any. traits: none is every unit. counts: `kind/topic`. days: how long
 * before its end a calendar period must be bound to be owed, or how long there is from the first bound day. months, opens: of what is
 * done again: how long it lasts, and how many days before its end it may be renewed.
 */
export const localDutyWish = z.strictObject({
  title: line(60).min(1),
  titleEn: line(120),
  plain: line(300).min(1),
  plainEn: line(600),
  binds: z.enum(['unit', 'person', 'post']),
  positions: ids,
  traits: ids,
  counts: ids.min(1),
  sameUnit: z.boolean(),
  rhythm: z.enum(localRhythms),
  days: z.number().int().min(0).max(366),
  months: z.number().int().min(1).max(120),
  opens: z.number().int().min(0).max(366),
  of: line(120).min(1),
  quote: line(500).min(1),
  reading: line(300),
  course: line(80),
})
export type LocalDutyWish = z.output<typeof localDutyWish>

/** A local duty as the duty files write one. It never bars, is never a gate, and gathers with no other duty. */
export type LocalDutyBody = {
  id: string
  title: { zh: string; en: string }
  plain: { zh: string; en: string }
  binds: LocalDutyWish['binds']
  positions: string[]
  traits: string[]
  thing: string
  adopt: 'place'
  bars: false
  from: string
  to: null
  counts: { kind: string; topic: string; sameUnit: boolean }[]
  cadence: Record<string, string>
  content: string | null
  jurisdiction: string
  force: 'plan'
  source: { of: string; mark: 'S'; quote: string }
  policy?: { zh: string; en: string }
}

const prefix = 'by-form-'

/** No duty of the catalogue has such an id. */
export const isLocalDutyId = (id: string): boolean => id.startsWith(prefix)

/** The id of a place's nth duty; it never changes. */
export const localDutyId = (placeId: string, number: number): string =>
  `${prefix}${placeId
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(-12)}-${number}`

/** The shortest that a calendar period can be, in days. */
const shortest = { P1M: 28, P3M: 90, P6M: 181, P1Y: 365 } as const

/** What the product knows: which counts (`kind/topic`) it can record for whom, positions, traits and courses. */
export type LocalDutyWords = {
  positions: ReadonlySet<string>
  traits: ReadonlySet<string>
  counts: ReadonlyMap<string, readonly string[]>
  courses: ReadonlySet<string>
}

const no = (reason: string, field: string): Refused => refuse(`localduties:refusal.${reason}`, field)

const needed = ['title', 'plain', 'of', 'quote'] as const

/** Why such a duty cannot be written down, or null: it names only what there is, and its days fit its rhythm. */
export function localDutyFault(wish: LocalDutyWish, known: LocalDutyWords): Refused | null {
  const missing = needed.find((field) => wish[field] === '')
  if (missing !== undefined) return refuse(`localduties:missing.${missing}`, missing)
  if (!localDutyWish.safeParse(wish).success) return no('unreadable', '')
  if (wish.positions.some((id) => !known.positions.has(id))) return no('positions', 'positions')
  if (wish.binds === 'unit' && wish.positions.length > 0) return no('unitPositions', 'positions')
  if (wish.traits.some((id) => !known.traits.has(id))) return no('traits', 'traits')
  const subject = wish.binds === 'unit' ? 'unit' : 'person'
  if (wish.counts.some((pair) => !known.counts.has(pair))) return no('counts', 'counts')
  if (wish.counts.some((pair) => known.counts.get(pair)?.includes(subject) !== true))
    return no(subject === 'unit' ? 'countsOfPeople' : 'countsOfUnits', 'counts')
  if (wish.course !== '' && !known.courses.has(wish.course)) return no('course', 'course')
  return daysFault(wish)
}

function daysFault({ rhythm, days, months, opens }: LocalDutyWish): Refused | null {
  if (rhythm === 'once') return days === 0 ? no('days', 'days') : null
  if (rhythm === 'rolling') return opens >= months * 28 ? no('opens', 'opens') : null
  return days >= shortest[rhythm] ? no('lead', 'days') : null
}

function cadenceOf({ rhythm, days, months, opens }: LocalDutyWish): Record<string, string> {
  if (rhythm === 'once') return { kind: 'once', within: `P${days}D` }
  if (rhythm === 'rolling') return { kind: 'rolling', every: `P${months}M`, opens: `P${opens}D`, first: `P${days}D` }
  return { kind: 'calendar', every: rhythm, lead: `P${days}D` }
}

const both = (zh: string, en: string) => ({ zh, en: en === '' ? zh : en })

/** The duty as it is published: in force at a place, in its words, from a day (YYYY-MM-DD). What was not put in English stands in Chinese. */
export function localDutyBody(wish: LocalDutyWish, id: string, where: string, from: string): LocalDutyBody {
  const { title, titleEn, plain, plainEn, binds, positions, traits, counts, sameUnit, of, quote, reading, course } = wish
  return {
    id,
    title: both(title, titleEn),
    plain: both(plain, plainEn),
    binds,
    positions: binds !== 'unit' && positions.length === 0 ? ['*'] : positions,
    traits,
    thing: id,
    adopt: 'place',
    bars: false,
    from,
    to: null,
    counts: counts.map((pair) => ({ kind: pair.split('/')[0] ?? '', topic: pair.split('/').slice(1).join('/'), sameUnit })),
    cadence: cadenceOf(wish),
    content: course === '' ? null : course,
    jurisdiction: where,
    force: 'plan',
    source: { of, mark: 'S', quote },
    ...(reading === '' ? {} : { policy: both(reading, '') }),
  }
}
