import { type EntryFacts, entriesIn } from '~/data/classes/training-entries.server'
import { findPlaces, type Place } from '~/data/org/places.server'
import type { Scope } from '~/domain/accounts/scope'
import { basesByPlace, type Register, readResults } from '~/domain/classes/registers'
import { seesWholePlace } from '~/domain/org/place-scope'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { dones, type RegisterPage, type RegisterRow } from '~/ui/classes/registers'

const byWords = new Intl.Collator('zh-CN', { numeric: true }).compare

/** Places, grids aside, of which the scope reaches every unit, as readers know the tree. */
export const wholePlaces = (scope: Scope): Place[] =>
  findPlaces()
    .filter(({ kind, path }) => kind !== 'grid' && seesWholePlace(scope, path))
    .sort((one, other) => (one.path < other.path ? -1 : 1))

export const placeOptions = (places: readonly Place[]) => places.map(({ id, name }) => ({ value: id, label: name }))

const rowOf = ({ id, place, body, end }: EntryFacts, providers: ReadonlyMap<string, string>): RegisterRow => ({
  ...{ id, place: place.name },
  cells: { ...body, ...(body.provider ? { provider: providers.get(body.provider) ?? '' } : {}) },
  results: readResults(body.results ?? '') ?? [],
  end: end && { lastDay: formatDay(end.lastDay), reason: end.reason },
})

const yearOf = ({ body }: EntryFacts): string => body.year ?? body.on?.slice(0, 4) ?? ''

/** The newest day or year first, then by name. */
const inOrder = (one: EntryFacts, other: EntryFacts): number =>
  (other.body.on ?? other.body.year ?? '').localeCompare(one.body.on ?? one.body.year ?? '') ||
  byWords(one.body.name ?? '', other.body.name ?? '') ||
  (one.id < other.id ? -1 : 1)

function pagedRows<T>(all: readonly T[], wanted: number, size: number | null) {
  const pages = size === null ? 1 : Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(wanted, pages)
  return { rows: size === null ? [...all] : all.slice((page - 1) * size, page * size), page, pages, total: all.length }
}

/** A register of a supervisor's places, as it was asked for. `size`: how many a page shows; null is all. */
export async function registerPage(ctx: Signed, request: Asked, register: Register, size: number | null): Promise<RegisterPage> {
  const query = readQuery(request)
  const scope = actorScope(ctx, 'supervise')
  const places = wholePlaces(scope)
  const wanted = query.text('place')
  const place = places.find(({ id }) => id === wanted) ?? null
  if (wanted !== null && place === null) throw new NotFound()
  const [q, year, isAll] = [query.text('q') ?? '', query.text('year') ?? '', query.oneOf('state', ['all']) !== null]
  const all = await entriesIn(scope, register)
  const current = all.filter(({ isEnded }) => !isEnded)
  const listed = register === 'trainer' ? await entriesIn(scope, 'provider') : []
  const providers = new Map(listed.map(({ id, body }) => [id, body.name ?? '']))
  const hasWords = (entry: EntryFacts): boolean =>
    [...Object.values(rowOf(entry, providers).cells), entry.place.name].some((text) => text.toLowerCase().includes(q.toLowerCase()))
  const years = [...new Set(all.map(yearOf))].filter((one) => one !== '').sort((one, other) => Number(other) - Number(one))
  const shown = (isAll ? all : current)
    .filter((entry) => place === null || entry.place.path.startsWith(place.path))
    .filter((entry) => (year === '' || yearOf(entry) === year) && hasWords(entry))
    .sort(inOrder)
  const bases =
    register === 'base'
      ? basesByPlace(
          places,
          current.map(({ placeId, place: { path } }) => ({ placeId, placePath: path })),
        )
      : []
  return {
    register,
    done: query.oneOf('done', dones),
    ...pagedRows(
      shown.map((entry) => rowOf(entry, providers)),
      query.page(),
      size,
    ),
    current: current.length,
    filter: {
      ...{ q, year, isAll, place: place?.id ?? '', search: query.search.slice(1) },
      isOn: q !== '' || year !== '' || isAll || place !== null,
    },
    places: placeOptions(places),
    years: years.map((one) => ({ value: one, label: one })),
    bases: bases.map(({ place: { id, name }, bases: count }) => ({ id, name, count })),
  }
}
