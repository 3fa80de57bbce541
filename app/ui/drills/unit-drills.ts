import type { DutyLine } from '~/ui/duties/duty-line'
import type { OpenFinding } from './findings-open'

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
}

export type UnitDrills = {
  unit: { id: string; name: string }
  isManaged: boolean
  /** What law asks; propose: a day that would do, where one is owed; kind: which drill would meet it. */
  asked: { line: DutyLine; propose: string | null; kind: string }[]
  open: DrillLine[]
  past: DrillLine[]
  /** What these drills have left to be put right. */
  findings: OpenFinding[]
}
