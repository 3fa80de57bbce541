import { z } from 'zod'
import type { Evidence, Facts } from '~/domain/duties/facts'
import { survivors } from '~/domain/duties/merged'
import { type Day, formatDay, holdsDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { statement } from '../db.server'
import { factsOfPeople, factsOfUnits } from '../duties/facts.server'
import { findSubjectNames } from '../duties/subject-names.server'

/** Somebody at a unit on a day, or about to begin there: the person at the end of the merge chain, with all that is known of him. */
export type AtUnit = {
  id: string
  name: string
  family: readonly string[]
  /** Positions held here on the day. */
  positions: readonly string[]
  /** Positions that begin later. */
  coming: readonly string[]
  isManager: boolean
  evidence: readonly Evidence[]
}

const managerRow = z.object({ personId: z.string() })
const managers = `SELECT DISTINCT a."personId" FROM "Grant" g JOIN "Account" a ON a."id" = g."accountId"
  WHERE g."role" = 'manager' AND g."unitId" = ? AND g."from" <= ? AND (g."to" IS NULL OR g."to" >= ?)`

const byName = new Intl.Collator('zh-CN').compare

/** Everybody with a post here, now or to come, and whoever manages the unit. The unit must come from a scoped finder. */
export function peopleAtUnit(unit: { id: string }, today: Day): AtUnit[] {
  const day = formatDay(today)
  const managing = statement(managers)
    .all(unit.id, day, day)
    .map((found) => managerRow.parse(found).personId)
  const here = factsOfUnits([unit.id], [])
  const facts = mergedFacts(here, factsOfPeople(managing, []))
  const ends = survivors(facts.people)
  const endOf = (id: string): string => ends.get(id) ?? id
  const posts = here.posts.filter((post) => post.unit === unit.id && (post.to === null || post.to >= today))
  const ids = [...new Set([...posts.map(({ person }) => endOf(person)), ...managing.map(endOf)])]
  const names = findSubjectNames(ids)
  const postsOf = groupedBy(posts, ({ person }) => endOf(person))
  const recordsOf = groupedBy(facts.people, (person) => endOf(person.id))
  const evidenceOf = groupedBy(facts.evidence, ({ subject }) => endOf(subject))
  return ids
    .map((id) => {
      const own = postsOf.get(id) ?? []
      return {
        id,
        name: names.get(id) ?? '',
        family: (recordsOf.get(id) ?? []).map((record) => record.id),
        positions: own.filter(({ from, to }) => holdsDay(from, to, today)).map(({ position }) => position),
        coming: own.filter(({ from }) => from > today).map(({ position }) => position),
        isManager: managing.some((one) => endOf(one) === id),
        evidence: evidenceOf.get(id) ?? [],
      }
    })
    .sort((one, other) => byName(one.name, other.name))
}

const once = <T extends { id: string }>(items: readonly T[]): T[] => [...new Map(items.map((item) => [item.id, item])).values()]

const mergedFacts = (one: Facts, other: Facts): Pick<Facts, 'people' | 'evidence'> => ({
  people: once([...one.people, ...other.people]),
  evidence: once([...one.evidence, ...other.evidence]),
})
