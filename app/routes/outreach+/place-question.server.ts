import { catalogue } from '~/content/catalogue.server'
import { hungMicro } from '~/content/micro.server'
import { type CountedPlace, findPlaces } from '~/data/org/places.server'
import { seesWholePlace } from '~/domain/org/place-scope'
import { inSeason } from '~/domain/outreach/find-lessons'
import type { Asked } from '~/domain/outreach/micro-answers'
import { addDays, type Day } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Asked as Request } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { monthIn } from './hung-lessons.server'

export const windows = ['7', '30', '365'] as const
export type PosterPlace = { id: string; name: string; path: string; depth: number }
export type PlaceQuestion = {
  /** Those whose posters the asker looks after, in the order of the tree; their depth counted from the first. */
  places: PosterPlace[]
  place: PosterPlace
  days: (typeof windows)[number]
  from: Day
  to: Day
}

const depthOf = ({ path }: CountedPlace) => path.split('/').filter(Boolean).length

/** Which places the asker looks after whole. None: not found, because posters belong to places and not to sectors. */
export function posterPlaces(ctx: Signed): PosterPlace[] {
  const scope = actorScope(ctx, 'supervise')
  const seen = findPlaces()
    .filter(({ path }) => seesWholePlace(scope, path))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
  const [first] = seen
  if (first === undefined) throw new NotFound()
  return seen.map((place) => ({ id: place.id, name: place.name, path: place.path, depth: depthOf(place) - depthOf(first) }))
}

/** What a worker asks about: a place of his, the widest where none is named, and the last days. */
export function placeQuestion(ctx: Signed, request: Request): PlaceQuestion {
  const query = readQuery(request)
  const places = posterPlaces(ctx)
  const asked = query.text('place')
  const place = asked === null ? places[0] : places.find(({ id }) => id === asked)
  if (place === undefined) throw new NotFound()
  const days = query.oneOf('days', windows) ?? '30'
  return { places, place, days, from: addDays(ctx.today, 1 - Number(days)), to: ctx.today }
}

/** The right option of a question, and the lesson to hang where it is answered wrong. */
export function keyOf(lesson: string, question: Asked): { right: string; leads: string } | null {
  const found = catalogue()
    .micro.get(lesson)
    ?.questions.find(({ id }) => id === question)
  const right = found?.options.find((option) => option.right === true)
  return found === undefined || right === undefined ? null : { right: right.id, leads: found.leads }
}

/** The lessons that can be hung, and whether they are a tip of this month. */
export function hangable(today: Day): { id: string; inSeason: boolean }[] {
  const all = hungMicro()
  const now = inSeason(all, monthIn(today))
  return all.map((lesson) => ({ id: lesson.id, inSeason: now.includes(lesson) }))
}

/** What a lesson is called, also one that is retired. */
export const titleOf = (lesson: string, locale: 'zh' | 'en'): string => catalogue().micro.get(lesson)?.title[locale] ?? lesson
