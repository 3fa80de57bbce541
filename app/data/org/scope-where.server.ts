import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'

/** The units of a scope as a condition on Unit. Every list, count and search of unit-owned rows is built on this. */
export function unitsInScope(scope: Scope): Prisma.UnitWhereInput {
  if (scope.everything) return {}
  const reached: Prisma.UnitWhereInput[] = scope.places.map(({ path, sectors }) => ({
    place: { path: { startsWith: path } },
    ...(sectors === '*' ? {} : { sector: { in: [...sectors] } }),
  }))
  return { OR: [...reached, { id: { in: [...scope.units] } }] }
}
