import type { Day } from '../shared/day'
import { unitsBoundBy } from './binding'
import { REGARD } from './counted'
import type { DutyNode, SubjectNode } from './fact-index'
import type { Evidence } from './facts'
import { type Ledger, placeAfter, stretchOf } from './ledger'
import type { Spell, Spells } from './spells'

/** One question: a bound subject, a duty, the day asked about, and the day whose knowledge of evidence is used. */
export type Inquiry = {
  readonly duty: DutyNode
  readonly subject: SubjectNode
  readonly on: Day
  /** Evidence and revocations are known from their day; never later than `on`. */
  readonly known: Day
  readonly spells: Spells
  /** The spell that holds `on`. */
  readonly spell: Spell
  readonly ledger: Ledger
  /** Units of which same-unit evidence counts, found out when first needed. */
  units: ReadonlySet<string> | null
}

/** The places of the evidence known by then, in order of (`on`, `id`): a post's is its person's. */
export function knownPlaces({ ledger, subject, known }: Inquiry): { readonly start: number; readonly end: number } {
  const { start, end } = stretchOf(ledger, subject.kind === 'post' ? subject.person.owner : subject.owner)
  return { start, end: placeAfter(ledger, start, end, known) }
}

/** The piece at one of the known places, if it counts. */
export function countedAt(inquiry: Inquiry, place: number): Evidence | null {
  const regard = inquiry.duty.regard[inquiry.ledger.codes[place] ?? 0]
  if (regard === REGARD.none) return null
  const piece = inquiry.ledger.pieces[place]
  if (piece === undefined) return null
  if (piece.revokedOn !== null && piece.revokedOn <= inquiry.known) return null
  return regard === REGARD.anywhere || isOfSameUnit(inquiry, piece) ? piece : null
}

/** The first piece that counts, by (`on`, `id`), among those dated on `since` or later. */
export function firstCounted(inquiry: Inquiry, since: Day | null): Evidence | null {
  const { start, end } = knownPlaces(inquiry)
  for (let place = start; place < end; place += 1) {
    const piece = countedAt(inquiry, place)
    if (piece !== null && (since === null || piece.on >= since)) return piece
  }
  return null
}

function isOfSameUnit(inquiry: Inquiry, piece: Evidence): boolean {
  if (piece.unit === null) return false
  inquiry.units ??= unitsBoundBy(inquiry.duty, inquiry.subject, inquiry.on)
  return inquiry.units.has(piece.unit)
}
