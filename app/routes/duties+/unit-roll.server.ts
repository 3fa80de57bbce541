import { positionName, traitName } from '~/content/duty-lines.server'
import { rollRow } from '~/content/roll-words.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { standingsAt } from '~/data/duties/roll.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { requirementsOf } from '~/domain/duties/requirement'
import {
  countGroups,
  type GroupedPost,
  inListOrder,
  inPostToday,
  mayWorkToday,
  type RollEntry,
  rollEntry,
  rollGroups,
} from '~/domain/duties/unit-roll'
import type { Day } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { Roll } from '~/ui/duties/roll'
import { rulesNow } from '~/usecases/duties/duties-now.server'

const pageSize = 50

/** The page number of an address: 1 to `pages`. */
export function pageOf(query: URLSearchParams, pages: number): number {
  const asked = Number.parseInt(query.get('page') ?? '1', 10)
  return Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), pages)
}

/** The address's question without the page and without the line it opens, for the pager. */
export function searchWithoutPage(query: URLSearchParams): string {
  const kept = new URLSearchParams(query)
  kept.delete('page')
  kept.delete('why')
  return kept.toString()
}

function fits({ post }: GroupedPost, position: string, name: string): boolean {
  return (position === '' || post.position === position) && (name === '' || post.name.toLowerCase().includes(name.toLowerCase()))
}

function holdsSeveral(grouped: readonly GroupedPost[], today: Day): boolean {
  const begun = grouped.filter(({ post }) => post.from <= today)
  return new Set(begun.map(({ post }) => post.personId)).size < begun.length
}

/** The list of one unit as its manager and its supervisor see it. The unit must come from a scoped finder. */
export function rollOfUnit(unit: ScopedUnit, query: URLSearchParams, today: Day, locale: Locale): Roll {
  const duties = rulesNow()
  const { index, grouped, evidence } = standingsAt([unit], duties, today)
  const position = query.get('position') ?? ''
  const name = (query.get('name') ?? '').trim().slice(0, 60)
  const found = inListOrder(grouped.filter((entry) => fits(entry, position, name)))
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = pageOf(query, pages)
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const why = shown.find(({ post }) => post.id === query.get('why'))?.post.id ?? null
  const afterwards = enteredAfterwards(evidence.values())
  const entryOf = (entry: GroupedPost): RollEntry => {
    const told = rollEntry(index, entry, today)
    return entry.post.id === why ? { ...told, missing: requirementsOf(index, entry.post.id, today) } : told
  }
  const counts = countGroups(grouped)
  const held = [...new Set(grouped.map(({ post }) => post.position))].sort()
  return {
    unit: { id: unit.id, name: unit.name, place: unit.place.name, traits: unit.traits.map((trait) => traitName(trait, locale)) },
    counts,
    inPost: inPostToday(counts),
    mayWork: mayWorkToday(counts),
    hasSeveralPosts: holdsSeveral(grouped, today),
    found: countGroups(found),
    groups: rollGroups.map((group) => ({
      group,
      rows: shown
        .filter((entry) => entry.group === group)
        .map((entry) => rollRow(entryOf(entry), unit, { evidence, afterwards }, locale, today)),
    })),
    why,
    page,
    pages,
    total: found.length,
    positions: held.map((id) => ({ value: id, label: positionName(id, locale) })),
    filter: { position, name, isOn: position !== '' || name !== '', search: searchWithoutPage(query) },
  }
}
