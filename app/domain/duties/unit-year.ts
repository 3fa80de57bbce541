import type { Day } from '../shared/day'
import { spellsOf } from './binding'
import type { DutyNode, FactIndex, PersonNode, PostNode, SubjectNode, UnitNode } from './fact-index'
import { joined, overlap, type Spell, type Spells } from './spells'
import { type YearMark, yearMarks } from './year-marks'

/** What a year holds of one duty for one subject at a unit. Of the unit's own duties `person` is null; `post` is the one it binds through. */
export type YearLine = {
  readonly duty: string
  readonly person: string | null
  readonly post: string | null
  readonly position: string | null
  readonly marks: readonly YearMark[]
}

/**
 * The year of a unit, looked at on a day: its own duties, and those of everybody who holds a post there in it, on the days on which
 * they bind through this unit. Lines without a date are left out. Throws for an unknown unit.
 */
export function yearAt(index: FactIndex, unitId: string, year: Spell, today: Day): readonly YearLine[] {
  const unit = index.subjects.get(unitId)
  if (unit?.kind !== 'unit') throw new Error(`there is no unit ${unitId}`)
  const posts = postsOf(index, unit)
  return [...index.duties.values()].flatMap((duty) => {
    if (overlap([year], spellsOf(duty, unit)).length === 0) return []
    return subjectsOf(duty, unit, posts).flatMap(({ subject, here, post }): YearLine[] => {
      const marks = yearMarks({ index, duty, subject, here, year, today })
      if (marks.length === 0) return []
      const holder = post === null ? null : { person: post.person.id, post: post.post.id, position: post.post.position }
      return [{ duty: duty.duty.id, ...(holder ?? { person: null, post: null, position: null }), marks }]
    })
  })
}

type Here = { subject: SubjectNode; here: Spells; post: PostNode | null }

function subjectsOf(duty: DutyNode, unit: UnitNode, posts: readonly PostNode[]): Here[] {
  switch (duty.duty.binds) {
    case 'unit':
      return [{ subject: unit, here: spellsOf(duty, unit), post: null }]
    case 'post':
      return posts.map((post) => ({ subject: post, here: spellsOf(duty, post), post }))
    case 'person':
      return [...byPerson(posts)].map(([person, held]) => {
        const binding = held.filter((post) => spellsOf(duty, post).length > 0)
        return { subject: person, here: joined(binding.flatMap((post) => spellsOf(duty, post))), post: binding[0] ?? null }
      })
  }
}

function byPerson(posts: readonly PostNode[]): ReadonlyMap<PersonNode, PostNode[]> {
  const held = new Map<PersonNode, PostNode[]>()
  for (const post of posts) {
    const before = held.get(post.person)
    if (before === undefined) held.set(post.person, [post])
    else before.push(post)
  }
  return held
}

/** The posts at a unit, earliest first. */
function postsOf(index: FactIndex, unit: UnitNode): PostNode[] {
  const posts: PostNode[] = []
  for (const node of index.subjects.values()) if (node.kind === 'post' && node.unit === unit) posts.push(node)
  return posts.sort((one, other) => one.post.from - other.post.from)
}
