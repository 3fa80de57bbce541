import { type Day, holdsDay } from '../shared/day'
import { type DutyNode, type PersonNode, type PostNode, type SubjectNode, spanOf, type UnitNode } from './fact-index'
import { addOverlap, joined, NO_SPELLS, overlap, overlapAlone, type Spell, type Spells, spellAt } from './spells'

/** Where a person's spells come from more posts or runs than this, they are kept for the next question. */
const WORTH_KEEPING = 8

/** The spells in which a duty binds a subject of the kind that it binds. All known facts are used, future ends included. */
export function spellsOf(duty: DutyNode, subject: SubjectNode): Spells {
  switch (subject.kind) {
    case 'unit':
      return unitSpells(duty, subject)
    case 'post':
      return postSpells(duty, subject)
    case 'person':
      return personSpells(duty, subject)
  }
}

/** Whether the duty binds through this post on the day: the post holds it, its position is listed, its unit is bound. */
export function bindsThroughPost(duty: DutyNode, { post, unit }: PostNode, on: Day): boolean {
  return holdsDay(post.from, post.to, on) && isListed(duty, post.position) && spellAt(unitSpells(duty, unit), on) !== null
}

/** Whether the duty binds the subject on the day; false for a subject of another kind than the duty binds. */
export function bindsOn(duty: DutyNode, subject: SubjectNode, on: Day): boolean {
  if (subject.kind !== duty.duty.binds) return false
  if (subject.kind === 'unit') return spellAt(unitSpells(duty, subject), on) !== null
  if (subject.kind === 'post') return bindsThroughPost(duty, subject, on)
  return subject.posts.some((post) => bindsThroughPost(duty, post, on))
}

/** The units whose evidence is "of the same unit" on a day. */
export function unitsBoundBy(duty: DutyNode, subject: SubjectNode, on: Day): ReadonlySet<string> {
  switch (subject.kind) {
    case 'unit':
      return new Set([subject.unit.id])
    case 'post':
      return new Set([subject.unit.unit.id])
    case 'person':
      return new Set(subject.posts.filter((post) => bindsThroughPost(duty, post, on)).map((post) => post.unit.unit.id))
  }
}

function unitSpells(duty: DutyNode, node: UnitNode): Spells {
  const known = node.spells[duty.number]
  if (known !== undefined) return known
  const { unit } = node
  const wanted = new Set(duty.duty.traits)
  const { adopted } = duty.duty
  const alive = overlap([spanOf(duty.duty)], joined([spanOf(unit)]))
  const inForce = adopted === undefined ? alive : overlap(alive, joined((adopted.get(unit.id) ?? []).map(spanOf)))
  const carried = unit.traits.filter((span) => wanted.has(span.trait)).map(spanOf)
  const spells = wanted.size === 0 ? inForce : overlap(inForce, joined(carried))
  node.spells[duty.number] = spells
  return spells
}

function postSpells(duty: DutyNode, { post, span, alone, unit }: PostNode): Spells {
  return isListed(duty, post.position) ? overlapAlone(alone, span, unitSpells(duty, unit)) : NO_SPELLS
}

function personSpells(duty: DutyNode, person: PersonNode): Spells {
  const [only] = person.posts
  if (only === undefined) return NO_SPELLS
  if (person.posts.length === 1) return postSpells(duty, only)
  const known = person.spells?.get(duty)
  if (known !== undefined) return known
  const hasMany = person.posts.length > WORTH_KEEPING
  const runs = hasMany ? runsUnitByUnit(duty, person.posts) : runsPostByPost(duty, person.posts)
  const spells = joined(runs)
  if (hasMany || runs.length > WORTH_KEEPING) {
    person.spells ??= new Map()
    person.spells.set(duty, spells)
  }
  return spells
}

function runsPostByPost(duty: DutyNode, posts: readonly PostNode[]): Spell[] {
  const runs: Spell[] = []
  for (const { post, span, unit } of posts) {
    if (isListed(duty, post.position)) addOverlap(runs, span, unitSpells(duty, unit))
  }
  return runs
}

/** The same for many posts: joined within a unit first, so that posts × spells of the unit never multiply. */
function runsUnitByUnit(duty: DutyNode, posts: readonly PostNode[]): Spell[] {
  const spansByUnit = new Map<UnitNode, Spell[]>()
  for (const { post, span, unit } of posts) {
    if (!isListed(duty, post.position)) continue
    const spans = spansByUnit.get(unit)
    if (spans === undefined) spansByUnit.set(unit, [span])
    else spans.push(span)
  }
  const runs: Spell[] = []
  for (const [unit, spans] of spansByUnit) {
    for (const span of joined(spans)) addOverlap(runs, span, unitSpells(duty, unit))
  }
  return runs
}

function isListed(duty: DutyNode, position: string): boolean {
  return duty.positions === null || duty.positions.has(position)
}
