import type { Day } from '../shared/day'
import { type Grant, inForce } from './grants'

/** Where a thing lies: a unit with its sector and the path of its place, or a place alone. */
export type Target =
  | { kind: 'installation' }
  | { kind: 'place'; path: string }
  | { kind: 'unit'; unitId: string; placePath: string; sector: string }

/**
 * administer: places, units, grants, the audit log. supervise: see the units below a place. manage: a unit's people, join codes, slips.
 * see: read a unit's standing.
 */
export type Act = 'administer' | 'supervise' | 'manage' | 'see'

/** May the holder of these grants do this, to this, on this day? The only home of that question. */
export function can(grants: readonly Grant[], act: Act, target: Target, on: Day): boolean {
  return grants.some((grant) => inForce(grant, on) && allows(grant, act, target))
}

function allows(grant: Grant, act: Act, target: Target): boolean {
  switch (grant.role) {
    case 'administrator':
      return true
    case 'supervisor':
      return (act === 'supervise' || act === 'see') && reaches(grant, target)
    case 'manager':
      return (act === 'manage' || act === 'see') && target.kind === 'unit' && target.unitId === grant.unitId
  }
}

function reaches(grant: Grant, target: Target): boolean {
  if (grant.placePath === null || target.kind === 'installation') return false
  if (target.kind === 'place') return target.path.startsWith(grant.placePath)
  return target.placePath.startsWith(grant.placePath) && (grant.sectors === '*' || grant.sectors.includes(target.sector))
}
