import { ENDLESS } from '../shared/day'
import { codeTopics, regardOf, topicCode } from './counted'
import type { Duty, Evidence, Facts, Held, Post, Unit, Waiver } from './facts'
import { fileEvidence, type Ledger } from './ledger'
import { survivors } from './merged'
import type { Spell, Spells } from './spells'
import type { WaiverFile } from './waived'

export type UnitNode = {
  readonly kind: 'unit'
  readonly unit: Unit
  /** Its number in the ledger. */
  readonly owner: number
  /** By duty number, worked out when first asked for. */
  readonly spells: (Spells | undefined)[]
}
/** The person at the end of a merge chain, with the posts of everyone merged into it. */
export type PersonNode = {
  readonly kind: 'person'
  readonly id: string
  readonly owner: number
  readonly posts: PostNode[]
  /** Only those that were costly to work out. */
  spells: Map<DutyNode, Spells> | null
}
export type PostNode = {
  readonly kind: 'post'
  readonly post: Post
  readonly person: PersonNode
  readonly unit: UnitNode
  readonly span: Spell
  /** The span as a list of its own. */
  readonly alone: Spells
}
export type SubjectNode = UnitNode | PersonNode | PostNode

export type DutyNode = {
  readonly duty: Duty
  readonly number: number
  readonly regard: Uint8Array
  /** Null is any position. */
  readonly positions: ReadonlySet<string> | null
  readonly waivers: Map<SubjectNode, WaiverFile>
}

/** Facts made ready to be asked about many times. Maps keep input order; a merged person's id leads to the survivor. */
export type FactIndex = {
  readonly duties: ReadonlyMap<string, DutyNode>
  readonly subjects: ReadonlyMap<string, SubjectNode>
  readonly ledger: Ledger
  readonly records: Records
}

/** All evidence, also what cannot count, and where it is by owner once somebody has asked. */
type Records = { readonly all: readonly Evidence[]; byOwner: ReadonlyMap<number, readonly Evidence[]> | null }

/**
 * Indexes facts once. Linear in their number. A post, a piece of evidence or a waiver whose subject, unit or duty is
 * not among the facts is left out, so that a page may load a part; a merge that runs in a circle throws.
 */
export function indexFacts(facts: Facts): FactIndex {
  const codes = codeTopics(facts.duties)
  const duties = new Map<string, DutyNode>()
  for (const [number, duty] of facts.duties.entries()) {
    const positions = duty.positions.includes('*') ? null : new Set(duty.positions)
    duties.set(duty.id, { duty, number, regard: regardOf(duty, codes), positions, waivers: new Map() })
  }
  const subjects = new Map<string, SubjectNode>()
  for (const unit of facts.units) subjects.set(unit.id, { kind: 'unit', unit, owner: subjects.size, spells: [] })
  enterPeople(subjects, facts)
  const owners = subjects.size
  for (const post of facts.posts) enterPost(subjects, post)
  for (const waiver of facts.waivers) enterWaiver(duties, subjects, waiver)
  const codeOf = (piece: Evidence): number => (piece.passed ? topicCode(codes, piece.kind, piece.topic) : 0)
  const ownerOf = (piece: Evidence): number => {
    const subject = subjects.get(piece.subject)
    return subject === undefined || subject.kind === 'post' ? -1 : subject.owner
  }
  const ledger = fileEvidence(facts.evidence, owners, codeOf, ownerOf)
  return { duties, subjects, ledger, records: { all: facts.evidence, byOwner: null } }
}

/** All that is on record about a unit or a person (of a post, its person), in no order: failed and unfitting pieces too. */
export function recordsOf({ subjects, records }: FactIndex, subject: SubjectNode): readonly Evidence[] {
  if (records.byOwner === null) {
    const byOwner = new Map<number, Evidence[]>()
    for (const piece of records.all) {
      const node = subjects.get(piece.subject)
      if (node === undefined || node.kind === 'post') continue
      const filed = byOwner.get(node.owner)
      if (filed === undefined) byOwner.set(node.owner, [piece])
      else filed.push(piece)
    }
    records.byOwner = byOwner
  }
  return records.byOwner.get(subject.kind === 'post' ? subject.person.owner : subject.owner) ?? []
}

/** The days from … to as a spell. */
export function spanOf(held: Held): Spell {
  return { first: held.from, last: held.to ?? ENDLESS }
}

function enterPeople(subjects: Map<string, SubjectNode>, { people }: Facts): void {
  const ends = survivors(people)
  for (const { id } of people) {
    if (!ends.has(id)) subjects.set(id, { kind: 'person', id, owner: subjects.size, posts: [], spells: null })
  }
  for (const [id, end] of ends) {
    const survivor = end === null ? undefined : subjects.get(end)
    if (survivor === undefined) throw new Error(`the merge of person ${id} runs in a circle`)
    subjects.set(id, survivor)
  }
}

function enterPost(subjects: Map<string, SubjectNode>, post: Post): void {
  const person = subjects.get(post.person)
  const unit = subjects.get(post.unit)
  if (person?.kind !== 'person' || unit?.kind !== 'unit') return
  const span = spanOf(post)
  const node: PostNode = { kind: 'post', post, person, unit, span, alone: [span] }
  person.posts.push(node)
  subjects.set(post.id, node)
}

function enterWaiver(duties: Map<string, DutyNode>, subjects: Map<string, SubjectNode>, waiver: Waiver): void {
  const node = duties.get(waiver.duty)
  const subject = subjects.get(waiver.subject)
  if (node === undefined || subject === undefined || subject.kind !== node.duty.binds) return
  const file = node.waivers.get(subject)
  if (file === undefined) node.waivers.set(subject, { waivers: [waiver], reach: null })
  else file.waivers.push(waiver)
}
