import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'

/** A place that rests on a clause: which file and line, what it is, and how it names the clause. */
export type Resting = {
  kind: 'lesson' | 'question' | 'exercise' | 'case' | 'film' | 'card' | 'micro' | 'set'
  file: string
  line: number
  id: string
  of: string
  mark: string
  says: string
}
type Named = { of: string; mark: string; says: string }

const factsOf = (kind: Resting['kind'], file: string, id: string, facts: readonly Named[]): Resting[] =>
  facts.map(({ of, mark, says }) => ({ kind, file, line: lineWith(file, says), id, of, mark, says }))

const inLessons = ({ courses }: Catalogue): Resting[] =>
  [...courses.values()].flatMap(({ lessons }) =>
    lessons.flatMap(({ id, folder, zh }) => factsOf('lesson', path.join(folder, 'lesson.mdx'), id, zh.facts)),
  )

const inBanks = ({ root, banks }: Catalogue): Resting[] =>
  [...banks.values()].flatMap(({ slug, topics }) =>
    [...topics].flatMap(([topic, { questions }]) => {
      const file = path.join(root, 'banks', slug, `${topic}.yaml`)
      return questions.flatMap(({ id, source, stem }) =>
        [source, ...(source.also ?? [])].map(
          ({ of, mark }): Resting => ({ kind: 'question', file, line: lineWith(file, `id: ${id}`), id, of, mark, says: stem.zh }),
        ),
      )
    }),
  )

/** The panel, the permit scenes and the street of visits name their sources once for a whole exercise. */
function inExercises({ root, panel, permits, practicals, paths, visits }: Catalogue): Resting[] {
  const rules = path.join(root, 'panel-rules.yaml')
  const ofPanel = [...panel.sources.values()].map(
    ({ id, of, mark, says }): Resting => ({
      kind: 'exercise',
      file: rules,
      line: lineWith(rules, `id: ${id}`),
      id,
      of: of.zh,
      mark,
      says: says.zh,
    }),
  )
  const within = (
    folder: string,
    items: Iterable<{ id: string; sources: Record<string, { of: string; mark: string; says: { zh: string } }> }>,
  ) =>
    [...items].flatMap(({ id: owner, sources }) => {
      const file = path.join(root, folder, `${owner}.yaml`)
      return Object.entries(sources).map(
        ([id, { of, mark, says }]): Resting => ({
          kind: 'exercise',
          file,
          line: lineWith(file, `${id}:`),
          id: `${owner}/${id}`,
          of,
          mark,
          says: says.zh,
        }),
      )
    })
  const ofOthers = [
    ...within('permits', permits.values()),
    ...within('practicals', practicals.values()),
    ...within('paths', paths.values()),
  ]
  if (visits === null) return [...ofPanel, ...ofOthers]
  const street = path.join(visits.folder, 'street.yaml')
  const ofVisits = Object.entries(visits.street.sources).map(
    ([id, { of, mark, quote }]): Resting => ({
      kind: 'exercise',
      file: street,
      line: lineWith(street, `${id}:`),
      id: `${visits.street.id}/${id}`,
      of: of.zh,
      mark: mark ?? '',
      says: quote ?? '',
    }),
  )
  return [...ofPanel, ...ofOthers, ...ofVisits]
}

const inCases = ({ cases }: Catalogue): Resting[] =>
  [...cases.values()].flatMap(({ slug, folder, zh }) => factsOf('case', path.join(folder, `${slug}.mdx`), slug, zh.facts))

const inFilms = ({ root, videos }: Catalogue): Resting[] =>
  [...videos.values()].flatMap(({ id, facts }) => factsOf('film', path.join(root, 'videos', `${id}.yaml`), id, facts))

const inCards = ({ root, cards }: Catalogue): Resting[] =>
  [...cards.values()].flatMap(({ id, rests }) => {
    const file = path.join(root, 'cards', `${id}.yaml`)
    return rests.map(({ of, mark, quote }): Resting => ({ kind: 'card', file, line: lineWith(file, of), id, of, mark, says: quote ?? '' }))
  })

const inMicro = ({ root, micro, sets }: Catalogue): Resting[] => [
  ...[...micro.values()].flatMap(({ id, facts }) => factsOf('micro', path.join(root, 'micro', `${id}.yaml`), id, facts)),
  ...[...sets.values()].flatMap(({ id, facts }) => factsOf('set', path.join(root, 'sets', `${id}.yaml`), id, facts)),
]

/** Every source that the content names, with the place where it does: lessons first, then what is asked and practised. */
export const everythingNamed = (content: Catalogue): Resting[] =>
  [inLessons, inBanks, inExercises, inCases, inFilms, inCards, inMicro].flatMap((kind) => kind(content))
