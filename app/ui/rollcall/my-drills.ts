import type { GroupName } from '~/domain/drills/drill-body'

export type MyRole = { kind: 'commander' | 'marshal' | GroupName | 'expected'; zone: string }

/** href: null where the board is not for her. */
export type ComingDrill = {
  id: string
  unit: string
  title: string
  on: string
  startsAt: string
  assembly: string
  roles: MyRole[]
  isSecret: boolean
  href: string | null
}
/** seen: what her presence rests on; null where nothing says that she was there. */
export type PastDrill = {
  id: string
  unit: string
  title: string
  on: string
  seen: { at: string; way: string; state: 'counted' | 'waits' | 'refused' | 'taken-back' } | null
  isCalledOff: boolean
}
/** isPaper: entered after the fact. */
export type DrillOnFile = { id: string; on: string; title: string; unit: string; isPaper: boolean }
/** What she has to put right after a drill. */
export type MyFinding = {
  id: string
  drill: string
  title: string
  on: string
  unit: string
  what: string
  due: string
  redrill: boolean
  isOverdue: boolean
}
export type MyDrills = { findings: MyFinding[]; coming: ComingDrill[]; been: PastDrill[]; onFile: DrillOnFile[] }
