import type { DutyGroup } from '~/ui/duties/catalogue/entry'
import { type Catalogue, catalogue } from './catalogue.server'
import { dutiesNow } from './local-duties.server'
import type { DutyText, StatedDuty, Word } from './schema'
import type { Vocabulary } from './vocabulary.server'

/** One duty as the catalogue's pages show it. A duty written once for each position is one entry, with the position's own as members. */
export type DutyEntry = {
  id: string
  words: DutyText | StatedDuty
  /** The entry that this one is a member of. */
  family: string | null
  members: readonly { id: string; position: string }[]
  group: DutyGroup
  /** What a search looks in. */
  text: string
}

/** What is asked of the list; null is no matter. */
export type DutyChoice = {
  text: string | null
  position: string | null
  trait: string | null
  force: DutyText['force'] | null
  kind: 'computed' | 'stated' | null
}

const groups: readonly DutyGroup[] = [
  'everyone',
  'several',
  'key',
  'venues',
  'buildings',
  'care',
  'schools',
  'culture',
  'industry',
  'homes',
  'control-rooms',
  'posts',
  'grassroots',
  'lists',
]
const forces: readonly DutyText['force'][] = ['law', 'rule', 'standard', 'policy', 'plan']
const knownGroup = (group: string | undefined): DutyGroup => groups.find((known) => known === group) ?? 'everyone'

/** The word for a trait; a list of a programme is named by its template. */
export const traitWord = (id: string, { traits }: Vocabulary): Word | undefined =>
  traits.get(id) ?? (id.startsWith('programme-') ? traits.get('programme-{slug}') : undefined)

/** Where a duty stands in the list: by the kind of unit or the posts that it names. */
function groupOf({ positions, traits }: DutyText | StatedDuty, vocabulary: Vocabulary): DutyGroup {
  const named = positions.filter((position) => position !== '*')
  if (named.length > 0 && named.every((position) => vocabulary.positions.get(position)?.group === 'grassroots')) return 'grassroots'
  const kinds = [...new Set(traits.map((trait) => knownGroup(traitWord(trait, vocabulary)?.group)))]
  const [kind] = kinds
  if (kind !== undefined) return kinds.length > 1 ? 'several' : kind
  return named.length > 0 ? 'posts' : 'everyone'
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

function textOf(words: DutyText | StatedDuty, vocabulary: Vocabulary): string {
  const { title, source, positions, traits } = words
  const clauses = [source, ...(source.also ?? [])].flatMap(({ of, quote }) => [of, quote ?? ''])
  const bound = [
    ...positions.map((position) => vocabulary.positions.get(position)),
    ...traits.map((trait) => traitWord(trait, vocabulary)),
  ].flatMap((word) => (word === undefined ? [] : [word.zh, word.en, word.units?.zh ?? '', word.units?.en ?? '']))
  const when = words.computed === false ? [words.when.zh, words.when.en] : []
  return plain([title.zh, title.en, words.plain.zh, words.plain.en, ...clauses, ...bound, ...when].join('\n'))
}

const entryOf = (words: DutyText | StatedDuty, vocabulary: Vocabulary, family: string | null = null): DutyEntry => ({
  id: words.id,
  words,
  family,
  members: [],
  group: groupOf(words, vocabulary),
  text: textOf(words, vocabulary),
})

/** The id of a duty that is written once for each position: its own without the position. */
const familyId = ({ id, positions: [position = ''] }: DutyText): string =>
  id
    .split(position)
    .map((part) => part.replace(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .join('-')

/** A family in the words of one of its members, for no position in particular. */
const asFamily = (words: DutyText, id: string): DutyText => {
  const [position = ''] = words.positions
  const counts = words.counts.map((counted) => ({ ...counted, topic: counted.topic.replace(position, '{position}') }))
  return { ...words, id, positions: ['*'], counts }
}

type Known = { listed: readonly DutyEntry[]; byId: ReadonlyMap<string, DutyEntry> }

function entriesOf({ stated, vocabulary }: Catalogue, duties: ReturnType<typeof dutiesNow>): Known {
  const byId = new Map<string, DutyEntry>()
  const families = new Map<string, DutyEntry>()
  for (const { words } of duties.values()) {
    const family = words.each === 'position' ? familyId(words) : null
    byId.set(words.id, entryOf(words, vocabulary, family))
    if (family === null) continue
    const known = families.get(family) ?? entryOf(asFamily(words, family), vocabulary)
    families.set(family, { ...known, members: [...known.members, { id: words.id, position: words.positions[0] ?? '' }] })
  }
  for (const words of stated.values()) byId.set(words.id, entryOf(words, vocabulary))
  for (const [id, family] of families) if (!byId.has(id)) byId.set(id, family)
  const listed = [...byId.values()].filter(({ family }) => family === null)
  return { listed: listed.sort((one, other) => rankOf(one) - rankOf(other)), byId }
}

const rankOf = ({ words }: DutyEntry): number => forces.indexOf(words.force)

const kept = new WeakMap<ReturnType<typeof dutiesNow>, Known>()

function known(): Known {
  const duties = dutiesNow()
  const made = kept.get(duties) ?? entriesOf(catalogue(), duties)
  kept.set(duties, made)
  return made
}

/** Every duty of the catalogue and of local plans, computed and stated: laws first, then what ranks below. */
export const dutyEntries = (): readonly DutyEntry[] => known().listed

/** One duty, or one family of duties. */
export const findDutyEntry = (id: string): DutyEntry | null => known().byId.get(id) ?? null

/** Whether a duty names what was asked for, and does not only bind everybody. */
export const isNamed = ({ words }: DutyEntry, { position, trait }: DutyChoice): boolean =>
  (trait !== null && words.traits.includes(trait)) || (position !== null && words.positions.includes(position))

const bindsPosition = ({ positions }: DutyText | StatedDuty, position: string): boolean =>
  positions.includes('*') || positions.includes(position)

/** What may bind in such a unit and such a position, with every word that was typed. */
export const fitsChoice =
  ({ text, position, trait, force, kind }: DutyChoice) =>
  (entry: DutyEntry): boolean =>
    (position === null || bindsPosition(entry.words, position)) &&
    (trait === null || entry.words.traits.length === 0 || entry.words.traits.includes(trait)) &&
    (force === null || entry.words.force === force) &&
    (kind === null || (entry.words.computed === false) === (kind === 'stated')) &&
    plain(text ?? '')
      .split(/\s+/)
      .every((word) => entry.text.includes(word))

/** Gathered under headings. Where a position or a kind of unit was asked for: what names it, then what binds it with all others. */
export function grouped(entries: readonly DutyEntry[], choice: DutyChoice): { group: DutyGroup; entries: DutyEntry[] }[] {
  const headings: readonly DutyGroup[] = choice.position === null && choice.trait === null ? groups : ['named', 'general']
  const headingOf = (entry: DutyEntry): DutyGroup => {
    if (headings === groups) return entry.group
    return isNamed(entry, choice) ? 'named' : 'general'
  }
  return headings
    .map((group) => ({ group, entries: entries.filter((entry) => headingOf(entry) === group) }))
    .filter((section) => section.entries.length > 0)
}
