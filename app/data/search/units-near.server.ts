import { inScope, type Scope } from '~/domain/accounts/scope'
import { seesPlace } from '~/domain/org/place-scope'
import type { Near } from '~/domain/search/name-search'
import { type Day, holdsDay } from '~/domain/shared/day'
import { type DirectoryPlace, type DirectoryUnit, unitDirectory } from '../org/unit-directory.server'

const isIn =
  (scope: Scope) =>
  ({ id, sector, place }: DirectoryUnit): boolean =>
    inScope(scope, { id, sector, placePath: place.path })

/** The units of a scope; also those that are closed, where no day is given. */
export const unitIdsIn = (scope: Scope, on: Day | null = null): string[] =>
  unitDirectory()
    .units.filter(isIn(scope))
    .filter(({ from, to }) => on === null || holdsDay(from, to, on))
    .map(({ id }) => id)

/** Those of a list that are meant, the nearest first; the order of the list among equals. */
function nearest<T extends { name: string }>(all: readonly T[], near: Near): T[] {
  return all
    .flatMap((one) => {
      const rank = near(one.name)
      return rank === null ? [] : [{ one, rank }]
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ one }) => one)
}

/** Units of a scope by name or its pinyin, the nearest first. */
export const unitsNear = (scope: Scope, near: Near): DirectoryUnit[] => nearest(unitDirectory().units.filter(isIn(scope)), near)

/** Places that somebody of this scope may look at, by name or its pinyin. */
export const placesNear = (scope: Scope, near: Near): DirectoryPlace[] =>
  nearest(
    unitDirectory().places.filter(({ path }) => seesPlace(scope, path)),
    near,
  )
