import { can } from '../accounts/can'
import { type Grant, inForce } from '../accounts/grants'
import type { Day } from '../shared/day'

/**
 * Who writes and decides the questions of a place: whoever supervises all of it in every sector, and administrators. Whoever supervises
 * one sector sees none of it: the answers are in it.
 */
export function keepsBank(grants: readonly Grant[], placePath: string, on: Day): boolean {
  if (can(grants, 'administer', { kind: 'installation' }, on)) return true
  const whole = grants.filter((grant) => grant.role === 'supervisor' && grant.sectors === '*' && inForce(grant, on))
  return can(whole, 'supervise', { kind: 'place', path: placePath }, on)
}

/** Communities and grids have no bank of their own: their streets' are theirs. */
export const hasBank = (placeKind: string): boolean => placeKind !== 'community' && placeKind !== 'grid'
