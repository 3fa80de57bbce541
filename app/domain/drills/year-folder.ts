import { type Day, formatDay } from '../shared/day'
import type { DrillBody } from './drill-body'
import type { Step } from './drill-state'
import { type Finding, findingsOf } from './finding'
import type { DrillRecord } from './record'
import { type NoteKind, type SignedVersion, signedVersions, withLater } from './record-versions'

/** Year folders that one batch holds at most. */
export const mostFolders = 1000
const firstYear = 2000

/** The year that is asked for; this year where none or an impossible one is. */
export function folderYear(asked: string | null, today: Day): number {
  const now = Number(formatDay(today).slice(0, 4))
  const year = /^\d{4}$/.test(asked ?? '') ? Number(asked) : now
  return year >= firstYear && year <= now ? year : now
}

/** The years that may be chosen, the newest first. */
export const folderYears = (today: Day): number[] => {
  const now = Number(formatDay(today).slice(0, 4))
  return Array.from({ length: 5 }, (_, ago) => now - ago)
}

export type DrillRow = { id: string; way: string; body: DrillBody; steps: readonly Step[] }
/** A drill in the folder of its year: its signed record, where it was signed; else only that it is there. */
export type FiledDrill = {
  id: string
  on: string
  title: string
  target: string
  kind: string
  state: 'signed' | 'open-again' | 'unsigned' | 'planned' | 'called-off'
  signed: SignedVersion[]
  record: DrillRecord | null
  later: NoteKind[]
  findings: Finding[]
}

/** The drills that belong to a year: by the day they were held where that is signed, else by the day they were planned for. */
export function filedDrills(rows: readonly DrillRow[], year: number, today: Day): FiledDrill[] {
  return rows
    .map((row) => filed(row, today))
    .filter(({ on }) => on.startsWith(`${year}-`))
    .sort((one, other) => one.on.localeCompare(other.on) || one.id.localeCompare(other.id))
}

function filed({ id, body, steps }: DrillRow, today: Day): FiledDrill {
  const signed = signedVersions(steps)
  const newest = signed.at(-1)
  const { title, target, kind } = body
  const findings = findingsOf(steps)
  if (newest === undefined) {
    const isOff = steps.some((step) => step.kind === 'called-off')
    const state = isOff ? 'called-off' : body.on > formatDay(today) ? 'planned' : 'unsigned'
    return { id, on: body.on, title, target, kind, state, signed, record: null, later: [], findings }
  }
  const isOpen = steps.filter((step) => step.kind === 'signed' || step.kind === 'reopened').at(-1)?.kind === 'reopened'
  const { record, later } = isOpen ? { record: newest.record, later: [] } : withLater(newest.record, steps)
  const { body: held } = record
  return {
    ...{ id, on: record.on, title: held.title, target: held.target, kind: held.kind },
    ...{ state: isOpen ? 'open-again' : 'signed', signed, record, later, findings },
  }
}
