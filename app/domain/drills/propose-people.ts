import { type GroupName, groupNames, type Named } from './drill-body'

type Candidate = Named & { positions: readonly string[] }
type Asked = Readonly<Record<GroupName, readonly string[]>>

const most = 4
const guides = ['evacuation-guide', 'security-guard']

const named = ({ id, name }: Candidate): Named => ({ id, name })
const holds = (one: Candidate, positions: readonly string[]): boolean => one.positions.some((position) => positions.includes(position))

/** Whoever manages fire safety here, else the responsible person; null where there is neither. */
function proposeCommander(people: readonly Candidate[]): Named | null {
  const found = people.find((one) => holds(one, ['fire-manager'])) ?? people.find((one) => holds(one, ['responsible-person']))
  return found === undefined ? null : named(found)
}

export type Proposed = {
  commander: Named | null
  /** For each zone in turn. */
  marshals: Named[][]
  groups: Record<GroupName, Named[]>
  /** Groups for which there was nobody but those who call the roll, and groups for which there is nobody at all. */
  doubled: GroupName[]
  empty: GroupName[]
}

/**
 * Who might do what; a beginning that the manager changes. Nobody is in two groups, at most four are in each. Whoever commands or calls the
 * roll is in none, unless a group would stand empty otherwise.
 */
export function proposePeople(people: readonly Candidate[], asked: Asked, zones: number): Proposed {
  const commander = proposeCommander(people)
  const others = people.filter(({ id }) => id !== commander?.id)
  const marshals = proposeMarshals(others, zones)
  const calling = new Set(marshals.flat().map(({ id }) => id))
  const groups = proposeGroups(
    others.filter(({ id }) => !calling.has(id)),
    asked,
  )
  const lacking = groupNames.filter((group) => groups[group].length === 0)
  const spare = proposeGroups(
    others.filter(({ id }) => calling.has(id)),
    asked,
  )
  const doubled = lacking.filter((group) => spare[group].length > 0)
  for (const group of doubled) groups[group] = spare[group].slice(0, 1)
  return { commander, marshals, groups, doubled, empty: lacking.filter((group) => !doubled.includes(group)) }
}

/** Those with the rarest of the wanted posts first, so that ordinary employees fill up what is left. */
function proposeGroups(people: readonly Candidate[], asked: Asked): Record<GroupName, Named[]> {
  const taken = new Set<string>()
  const often = new Map<string, number>()
  for (const { positions } of people) for (const position of positions) often.set(position, (often.get(position) ?? 0) + 1)
  const rarity = (one: Candidate, positions: readonly string[]): number =>
    Math.min(...one.positions.filter((position) => positions.includes(position)).map((position) => often.get(position) ?? 0))
  const groups: Record<GroupName, Named[]> = { attack: [], contact: [], evacuation: [], care: [] }
  for (let nth = 0; nth < most; nth += 1)
    for (const group of groupNames) {
      const free = people.filter((one) => !taken.has(one.id) && holds(one, asked[group]))
      const [best] = free.sort((one, other) => rarity(one, asked[group]) - rarity(other, asked[group]))
      if (best === undefined) continue
      taken.add(best.id)
      groups[group].push(named(best))
    }
  return groups
}

/** A marshal for each zone in turn, from those whose post is to lead people out; none where there is nobody. */
function proposeMarshals(people: readonly Candidate[], zones: number): Named[][] {
  const found = people.filter((one) => holds(one, guides)).map(named)
  return Array.from({ length: zones }, (_, nth) => {
    const one = found[nth % Math.max(found.length, 1)]
    return one === undefined ? [] : [one]
  })
}
