import type { Evidence } from '~/domain/duties/facts'
import type { Owed } from '~/domain/duties/owed'
import type { Requirement } from '~/domain/duties/requirement'
import { otherPieces, type Reason } from '~/domain/duties/unhelpful'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { DutyLine, DutyReason, DutySource, EvidenceShown, OtherReason } from '~/ui/duties/duty-line'
import { catalogue } from './catalogue.server'
import { documentTitle } from './document-names.server'
import { traitWord } from './duty-catalogue.server'
import { dutyNow } from './local-duties.server'
import type { DutyText } from './schema'
import { topicWord } from './vocabulary.server'

/** What a line may tell: names of the units in the reader's sight (others go unnamed), and the evidence by id. */
export type LineSight = {
  locale: Locale
  unitNames: ReadonlyMap<string, string>
  evidence: ReadonlyMap<string, Evidence>
  /** Of the evidence what was entered after the fact. */
  afterwards: ReadonlySet<string>
  /** Where the post begins later than today, its first day. */
  startsOn: Day | null
}

const wordOf = (words: ReadonlyMap<string, { zh: string; en: string }>, id: string, locale: Locale): string => words.get(id)?.[locale] ?? id
export const positionName = (id: string, locale: Locale): string => wordOf(catalogue().vocabulary.positions, id, locale)
/** A trait in words; a list of who is to be trained is called by what is trained. */
export const traitName = (id: string, locale: Locale): string =>
  traitWord(id, catalogue().vocabulary)?.[locale].replace('{slug}', topicName(id.slice('programme-'.length), locale)) ?? id
export const sectorName = (id: string, locale: Locale): string => wordOf(catalogue().vocabulary.sectors, id, locale)

/** A topic in words; one made for a position or a year names it. */
export const topicName = (topic: string, locale: Locale): string => topicWord(topic, catalogue().vocabulary)?.[locale] ?? topic

/** What would do, in words. */
export function countedWords(kind: string, topic: string, locale: Locale): string {
  const kindName = wordOf(catalogue().vocabulary.evidenceKinds, kind, locale)
  if (topic === '*') return kindName
  return locale === 'zh' ? `${kindName}：${topicName(topic, locale)}` : `${kindName}: ${topicName(topic, locale)}`
}

/** The clauses that a duty rests on, the leading one first. */
export const sourcesOf = ({ source }: Pick<DutyText, 'source'>, locale: Locale): DutySource[] =>
  [source, ...(source.also ?? [])].map(({ of, mark, quote, page, document }) => ({
    of,
    mark,
    quote: quote ?? null,
    page: page ?? null,
    document: document === undefined ? null : documentTitle(document, locale),
  }))

function wordsOf(dutyId: string): DutyText {
  const found = dutyNow(dutyId)
  if (!found) throw new Error(`there is no duty ${dutyId}`)
  return found.words
}

/** The title of a duty, where only its name is wanted. */
export const dutyTitle = (dutyId: string, locale: Locale): string => wordsOf(dutyId).title[locale]

/** The course that serves a duty, if one does. */
export const courseFor = (dutyId: string): string | null => wordsOf(dutyId).content

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** A requirement in the reader's words, with everything that 为什么 opens to. */
export function dutyLine({ duty, bars, standing, bindings, asked }: Requirement, sight: LineSight): DutyLine {
  const words = wordsOf(duty.id)
  return {
    duty: duty.id,
    title: words.title[sight.locale],
    isGate: duty.cadence.kind === 'gate',
    bars,
    standing: standing.standing,
    due: dayOrNull(standing.due),
    through: dayOrNull(standing.through),
    since: dayOrNull(standing.since),
    startsOn: dayOrNull(sight.startsOn),
    why: {
      plain: words.plain[sight.locale],
      sources: sourcesOf(words, sight.locale),
      policy: words.policy?.[sight.locale] ?? null,
      bindings: bindingsIn(bindings, sight),
      unitTraits: null,
      also: [],
      counts: duty.counts.map(({ kind, topic, sameUnit }) => ({ words: countedWords(kind, topic, sight.locale), sameUnit })),
      evidence: evidenceIn(standing.by, sight),
      others: othersIn(asked, sight),
    },
  }
}

/** The same of a subject that may be a unit, which a duty binds through its traits. */
export function owedLine({ requirement, unitTraits }: Owed, sight: LineSight): DutyLine {
  const line = dutyLine(requirement, sight)
  const named = unitTraits?.map(({ trait, from }) => ({ name: traitName(trait, sight.locale), from: formatDay(from) })) ?? null
  return { ...line, why: { ...line.why, unitTraits: named } }
}

const bindingsIn = (bindings: Requirement['bindings'], { unitNames, locale }: LineSight): DutyReason['bindings'] =>
  bindings.flatMap(({ post, traits }) => {
    const unitName = unitNames.get(post.unit)
    if (unitName === undefined) return []
    return [
      {
        position: positionName(post.position, locale),
        unitName,
        from: formatDay(post.from),
        to: dayOrNull(post.to),
        traits: traits.map(({ trait, from }) => ({ name: traitName(trait, locale), from: formatDay(from) })),
      },
    ]
  })

function evidenceIn(id: string | null, sight: LineSight): EvidenceShown | null {
  const piece = id === null ? undefined : sight.evidence.get(id)
  return piece === undefined ? null : shownEvidence(piece, sight)
}

const shownEvidence = (piece: Evidence, sight: LineSight): EvidenceShown => ({
  words: countedWords(piece.kind, piece.topic, sight.locale),
  on: formatDay(piece.on),
  unitName: piece.unit === null ? null : (sight.unitNames.get(piece.unit) ?? null),
  isAfterwards: sight.afterwards.has(piece.id),
})

/** How many pieces that did not count are told of one by one. */
const othersShown = 5

function othersIn(asked: Requirement['asked'], sight: LineSight): DutyReason['others'] {
  const others = otherPieces(asked)
  return {
    list: others
      .slice(0, othersShown)
      .map(({ piece, reason }) => ({ id: piece.id, evidence: shownEvidence(piece, sight), reason: reasonIn(reason) })),
    more: Math.max(0, others.length - othersShown),
  }
}

/** Why a piece does not count, as a page shows it. */
export function reasonIn(reason: Reason): OtherReason {
  switch (reason.kind) {
    case 'revoked':
      return { kind: reason.kind, on: formatDay(reason.on) }
    case 'tooEarly':
      return { kind: reason.kind, from: formatDay(reason.from) }
    case 'earlierPeriod':
      return { kind: reason.kind, first: formatDay(reason.first), last: formatDay(reason.last) }
    case 'ranOut':
      return { kind: reason.kind, through: formatDay(reason.through) }
    default:
      return { kind: reason.kind }
  }
}
