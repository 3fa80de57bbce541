import type { Frame } from './frame'

/** A place or office with how many full-time people it has; `above`: grid workers of the community who are tied to no grid. */
export type StaffLine = { id: string; name: string; where: string; staff: number; above: number }
export type StaffSection = { kind: 'grid' | 'street' | 'community' | 'building'; open: StaffLine[]; staffed: StaffLine[] }
export type StaffingPage = { frame: Frame; sections: StaffSection[]; open: number; all: number }
