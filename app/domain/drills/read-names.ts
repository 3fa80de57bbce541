import type { Named } from './drill-body'

export type Roster = readonly { id: string; name: string; label: string }[]

/** One spelling of a name: one width, no spaces. */
const spelled = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** A label that nobody else at the unit has: the name, and where several have it, the name with what tells them apart. */
export function labelled(people: readonly { id: string; name: string; more: string }[]): { id: string; name: string; label: string }[] {
  const often = new Map<string, number>()
  for (const { name } of people) often.set(spelled(name), (often.get(spelled(name)) ?? 0) + 1)
  return people.map(({ id, name, more }) => ({ id, name, label: (often.get(spelled(name)) ?? 0) > 1 ? `${name}（${more}）` : name }))
}

/**
 * Names as they are typed, separated by commas, 、 or line ends, as people of the roster, each once. `unknown` is the first that is
 * nobody's, `several` the first that more than one has.
 */
export function readNames(
  typed: string,
  roster: Roster,
): { kind: 'read'; people: Named[] } | { kind: 'unknown' | 'several'; name: string } {
  const people = new Map<string, Named>()
  for (const written of typed
    .split(/[、,，;；\n]+/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const found = roster.filter(({ label }) => spelled(label) === spelled(written))
    const named = found.length > 0 ? found : roster.filter(({ name }) => spelled(name) === spelled(written))
    const [first] = named
    if (first === undefined) return { kind: 'unknown', name: written }
    if (named.length > 1) return { kind: 'several', name: written }
    people.set(first.id, { id: first.id, name: first.name })
  }
  return { kind: 'read', people: [...people.values()] }
}

export const writtenNames = (people: readonly Named[], roster: Roster): string =>
  people.map(({ id, name }) => roster.find((one) => one.id === id)?.label ?? name).join('、')
