import type { DutyLine } from '~/ui/duties/duty-line'
import type { OpenFinding } from './findings-open'
import type { OwedRedrill } from './redrill'

export type DrillLine = {
  id: string
  title: string
  target: string
  on: string
  startsAt: string
  kind: string
  unannounced: boolean
  state: 'planned' | 'called-off' | 'running' | 'held' | 'signed' | 'open-again'
  way: 'planned' | 'logged' | 'paper'
  /** It practises another one again. */
  isRedrill: boolean
}

export type UnitDrills = {
  unit: { id: string; name: string }
  isManaged: boolean
  /** What law asks; propose: a day that would do, where one is owed; kind: which drill would meet it. */
  asked: { line: DutyLine; propose: string | null; kind: string }[]
  open: DrillLine[]
  past: DrillLine[]
  /** Drills that have to be practised again and were not yet; isPlanned: one is, that the reader may know of. */
  owed: (DrillLine & { owed: OwedRedrill; isPlanned: boolean })[]
  /** What these drills have left to be put right. */
  findings: OpenFinding[]
}
