import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import type { PathContent } from '~/content/practical-schema'
import { allPaths, pathOfPosition } from '~/content/practicals.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { postsAt, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import type { Duty, Facts } from '~/domain/duties/facts'
import { survivors } from '~/domain/duties/merged'
import type { PathState, StepState } from '~/domain/practicals/path'
import { pathState } from '~/domain/practicals/path-state'
import { type Day, daysBetween, formatDay } from '~/domain/shared/day'
import type { Ctx } from '~/http/context.server'
import type { Locale } from '~/i18n/config'
import type { PathShown, PathStepShown } from '~/ui/practicals/path'
import { type OnPath, pathFactsOf } from './path-facts.server'
import { restsShown } from './practical-lines.server'

type Viewer = 'person' | 'manager' | 'supervisor'
type Seen = Pick<Ctx, 'today' | 'now' | 'locale'>

/** Only what bars, and what paths name, takes part in where somebody stands. */
export const pathRules = (): Duty[] =>
  [...catalogue().duties.values()].map(({ rule }) => rule).filter(({ bars, cadence }) => bars || cadence.kind === 'gate')

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** Where these stand on the paths of their positions; those whose position is on none are left out. The facts hold their posts. */
export function pathsShown(facts: Facts, onPath: readonly OnPath[], seen: Seen, viewer: Viewer): PathShown[] {
  const { today, locale } = seen
  const known = pathFactsOf(facts, onPath, allPaths(), seen)
  const ends = survivors(facts.people)
  const posts = new Map(facts.posts.map((post) => [post.id, post]))
  const names = findSubjectNames([
    ...new Set(
      onPath.flatMap(({ postId }) => [
        posts.get(postId)?.unit ?? '',
        ends.get(posts.get(postId)?.person ?? '') ?? posts.get(postId)?.person ?? '',
      ]),
    ),
  ])
  return onPath.flatMap(({ postId }): PathShown[] => {
    const [post, own] = [posts.get(postId), known.get(postId)]
    const path = post === undefined ? null : pathOfPosition(post.position)
    if (post === undefined || own === undefined || path === null) return []
    const personId = ends.get(post.person) ?? post.person
    const state = pathState(path, own, today)
    const hrefOf = (where: PathContent['steps'][number]['where']) =>
      viewer === 'supervisor'
        ? null
        : (where[viewer]?.replace('{unit}', post.unit).replace('{post}', postId).replace('{person}', personId) ?? null)
    const steps = stepsShown(path, state, locale, hrefOf)
    const next = state.next && (steps.find(({ id }) => id === state.next?.step.id) ?? null)
    return [
      {
        postId,
        person: { id: personId, name: names.get(personId) ?? '' },
        position: positionName(post.position, locale),
        unit: { id: post.unit, name: names.get(post.unit) ?? '' },
        path: { id: path.id, title: path.title[locale], leads: path.leads[locale] },
        steps,
        done: state.done,
        next,
        since: dayOrNull(state.next?.since ?? null),
        waitedDays: state.next?.since == null ? null : Math.max(0, daysBetween(state.next.since, today)),
        mayWork: own.mayWork,
      },
    ]
  })
}

function stepsShown(
  path: PathContent,
  state: PathState,
  locale: Locale,
  hrefOf: (where: PathContent['steps'][number]['where']) => string | null,
): PathStepShown[] {
  const titles = new Map(path.steps.map(({ id, title }) => [id, title[locale]]))
  const states = new Map(state.steps.map(({ step, state: one }) => [step.id, one]))
  return path.steps.flatMap((step): PathStepShown[] => {
    const stands = states.get(step.id)
    if (stands === undefined) return []
    return [
      {
        id: step.id,
        title: step.title[locale],
        ...stateShown(stands, titles),
        asked: step.asked,
        acts: step.acts,
        next: step.next[locale],
        href: stands.kind === 'done' ? null : hrefOf(step.where),
        rests: restsShown(path, step.rests, locale),
      },
    ]
  })
}

function stateShown(
  state: StepState,
  titles: ReadonlyMap<string, string>,
): Pick<PathStepShown, 'state' | 'on' | 'through' | 'part' | 'lapsed' | 'by'> {
  if (state.kind === 'done')
    return { state: 'done', on: dayOrNull(state.on), through: dayOrNull(state.through), part: null, lapsed: null, by: [] }
  return {
    state: state.kind,
    on: null,
    through: null,
    part: state.part,
    lapsed: state.lapsed && { how: state.lapsed.how, on: formatDay(state.lapsed.on) },
    by: state.kind === 'blocked' ? state.by.map((id) => titles.get(id) ?? id) : [],
  }
}

/** Everybody at these units whose position is on a path. The units must come from a scoped finder. */
export function pathsOfUnits(units: readonly ScopedUnit[], seen: Seen, viewer: Viewer): PathShown[] {
  const posts = postsAt(units, seen.today).filter(({ position }) => pathOfPosition(position) !== null)
  const facts = factsOfPeople([...new Set(posts.map(({ personId }) => personId))], pathRules())
  return pathsShown(
    facts,
    posts.map(({ id }) => ({ postId: id, isConfirmed: true })),
    seen,
    viewer,
  )
}

/** Who waits longest first; those who have finished last. */
export const longestFirst = (one: PathShown, other: PathShown): number =>
  Number(one.next === null) - Number(other.next === null) || (other.waitedDays ?? 0) - (one.waitedDays ?? 0)

export const pathOptions = (locale: Locale) => allPaths().map(({ id, title }) => ({ value: id, label: title[locale] }))
