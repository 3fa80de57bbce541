import type { Day } from '../shared/day'

/** administrator: the whole installation. supervisor: the units under a place, of some sectors or all. manager: one unit. */
export type Role = 'administrator' | 'supervisor' | 'manager'

export const roles: readonly Role[] = ['administrator', 'supervisor', 'manager']

/** Who may do what where, and when. Both days are included; `to` null is open. */
export type Grant = {
  id: string
  role: Role
  /** Path of the place it reaches with everything below; null for a unit's grant. */
  placePath: string | null
  unitId: string | null
  sectors: '*' | readonly string[]
  from: Day
  to: Day | null
}

export const inForce = (grant: Grant, on: Day): boolean => grant.from <= on && (grant.to === null || on <= grant.to)
