import { z } from 'zod'
import { type Day, parseDay } from '../shared/day'
import { withoutUnseen } from '../shared/plain-text'
import { type Refused, refuse } from '../shared/refusal'

/** What a place keeps about its trainings: who teaches, who is bought, where one can go, who won what, who was brought up this year. */
export const registers = ['trainer', 'provider', 'base', 'contest', 'talent'] as const
export type Register = (typeof registers)[number]

export const providerKinds = ['school', 'firm', 'association', 'brigade', 'other'] as const
export const baseKinds = ['base', 'theme-park', 'fire-station', 'other'] as const
export const contestKinds = ['occupational', 'sector', 'team'] as const
export const contestLevels = ['national', 'province', 'city', 'county', 'street'] as const

const missing = 'training:error.missing'
const said = (most: number) =>
  z.string(missing).transform(withoutUnseen).pipe(z.string().trim().min(1, missing).max(most, 'training:error.long'))
const maybe = (most: number) => z.string().transform(withoutUnseen).pipe(z.string().trim().max(most, 'training:error.long')).default('')
const day = z.string(missing).refine((text) => parseDay(text) !== null, 'training:error.day')
const oneOf = <const T extends readonly string[]>(known: T) => z.enum(known, missing)

export type Result = { award: string; who: string; of: string }

/** Results as announced, one to a line: award, who, of which unit (may be left out), parted by commas, bars or tabs. Null where a line is none. */
export function readResults(text: string): Result[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const read = lines.map((line) => line.split(/[,，|｜\t]/).map((part) => part.trim()))
  const isOne = ([award, who, ...more]: string[]): boolean => award !== '' && who !== undefined && who !== '' && more.length <= 1
  return read.every(isOne) ? read.map(([award = '', who = '', of = '']) => ({ award, who, of })) : null
}

/** What is written about one entry. Every field is text: days YYYY-MM-DD, kinds by their ids. */
export type EntryBody = Readonly<Record<string, string>>

export const entryBodies = {
  trainer: z.object({
    ...{ name: said(40), teaches: said(200), office: said(80), provider: maybe(60) },
    ...{ qualifications: maybe(300), contact: maybe(120), from: day },
  }),
  provider: z.object({
    ...{ name: said(80), kind: oneOf(providerKinds), teaches: said(200), contact: said(120) },
    ...{ contract: maybe(300), from: day },
  }),
  base: z.object({
    ...{ name: said(80), kind: oneOf(baseKinds), address: said(120), offers: said(300) },
    ...{ open: said(120), contact: said(120), from: day },
  }),
  contest: z.object({
    ...{ name: said(80), on: day, kind: oneOf(contestKinds), level: oneOf(contestLevels), organiser: said(80) },
    results: maybe(8000).refine((text) => readResults(text) !== null, 'training:error.results'),
  }),
  talent: z.object({
    year: z.string(missing).regex(/^20\d\d$/, 'training:error.year'),
    ...{ name: said(40), unit: said(80), field: said(80), why: said(300) },
  }),
} satisfies Record<Register, z.ZodType<EntryBody>>

/** An entry as its newest revision has it. */
export type Entry = { id: string; placeId: string; body: EntryBody; isEnded: boolean }

/** By these fields an entry is told from the others of its place. */
const identity: Record<Register, readonly string[]> = {
  trainer: ['name', 'office'],
  provider: ['name'],
  base: ['name'],
  contest: ['name', 'on'],
  talent: ['year', 'name', 'unit'],
}

/**
 * Why this may not stand in the register, or null: what is there already for the place stands once, results come on the day of the contest or
 * after it, nobody is on the list of a year to come, and a trainer comes from a provider that is still in the register.
 */
export function entryFault(
  register: Register,
  { id, placeId, body }: Omit<Entry, 'isEnded'>,
  { others, providers, today }: { others: readonly Entry[]; providers: readonly Entry[]; today: Day },
): Refused | null {
  const isSame = (other: Entry): boolean =>
    other.id !== id && !other.isEnded && other.placeId === placeId && identity[register].every((key) => other.body[key] === body[key])
  if (others.some(isSame)) return refuse('training:refusal.known', 'name')
  const on = parseDay(body.on ?? '')
  if (register === 'contest' && on !== null && on > today && body.results !== '') return refuse('training:refusal.resultsAhead', 'results')
  const begins = parseDay(`${body.year ?? ''}-01-01`)
  if (register === 'talent' && begins !== null && begins > today) return refuse('training:refusal.yearAhead', 'year')
  const wanted = register === 'trainer' ? (body.provider ?? '') : ''
  if (wanted !== '' && !providers.some((one) => one.id === wanted && !one.isEnded)) return refuse('training:refusal.noProvider', 'provider')
  return null
}

/** Kinds of place that are each to have a training base of their own (杭州方案 二（五）: 各区、县（市）和乡镇、街道). */
const basePlaces: readonly string[] = ['county', 'street']

export type BasePlace<P> = { place: P; bases: number }

/**
 * Of each county and street how many bases in force it has. A base of a community counts for its street; one of a street does not count for
 * the county, which is to have its own.
 */
export const basesByPlace = <P extends { id: string; kind: string; path: string }>(
  places: readonly P[],
  bases: readonly { placeId: string; placePath: string }[],
): BasePlace<P>[] =>
  places
    .filter(({ kind }) => basePlaces.includes(kind))
    .map((place) => ({
      place,
      bases: bases.filter(({ placeId, placePath }) => (place.kind === 'county' ? placeId === place.id : placePath.startsWith(place.path)))
        .length,
    }))
