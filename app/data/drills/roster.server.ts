import type { Named } from '~/domain/drills/drill-body'
import { survivors } from '~/domain/duties/merged'
import { type Day, holdsDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { factsOfUnits } from '../duties/facts.server'
import { findSubjectNames } from '../duties/subject-names.server'

export type RosterPerson = Named & { positions: string[]; family: string[] }

const byName = new Intl.Collator('zh-CN').compare

/** Everybody with a post at a unit on a day, by name; joined records are one person. The unit must come from a scoped finder. */
export function rosterOf(unit: { id: string }, on: Day): RosterPerson[] {
  const facts = factsOfUnits([unit.id], [])
  const ends = survivors(facts.people)
  const endOf = (id: string): string => ends.get(id) ?? id
  const held = facts.posts.filter((post) => post.unit === unit.id && holdsDay(post.from, post.to, on))
  const families = groupedBy(facts.people, ({ id }) => endOf(id))
  const posts = groupedBy(held, ({ person }) => endOf(person))
  const names = findSubjectNames([...posts.keys()])
  return [...posts]
    .map(([id, own]) => ({
      id,
      name: names.get(id) ?? '',
      positions: [...new Set(own.map(({ position }) => position))],
      family: (families.get(id) ?? []).map((record) => record.id),
    }))
    .sort((one, other) => byName(one.name, other.name))
}
