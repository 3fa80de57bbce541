import { type Entry, gathered } from '../rollcall/event'
import type { Roles } from '../rollcall/expected'
import { notTakenBack } from '../rollcall/standing-entries'
import { type DrillMark, drillMarks, isByZone, isMark } from './marks'

/** A moment as it was stamped first; `others`: who stamped the same later, which changes nothing. */
export type Stamped = { mark: DrillMark; zone: string; at: number; by: string; entry: string; others: number }
export type Told = { at: number; by: string; entry: string; zone: string; text: string | null; photo: string | null }
export type Timeline = {
  marks: readonly Stamped[]
  told: readonly Told[]
  begins: number | null
  ends: number | null
}

/**
 * The timeline from whatever entries there are, in any order and however often: each moment once (each zone once), the earliest counts.
 * It begins with the first stamp and ends with all clear.
 */
export function timelineOf(entries: readonly Entry[], roles: Roles): Timeline {
  const valid = notTakenBack(gathered(entries), roles)
  const marks = new Map<string, Stamped>()
  const told: Told[] = []
  for (const { id, said, at, by } of valid) {
    if (said.kind === 'note') told.push({ at, by, entry: id, zone: said.zone, text: said.text, photo: null })
    if (said.kind === 'photo') told.push({ at, by, entry: id, zone: said.zone, text: null, photo: said.photo })
    if (said.kind !== 'mark' || !isMark(said.mark)) continue
    const zone = isByZone(said.mark) ? said.zone : ''
    const key = JSON.stringify([said.mark, zone])
    const known = marks.get(key)
    marks.set(key, known ? { ...known, others: known.others + 1 } : { mark: said.mark, zone, at, by, entry: id, others: 0 })
  }
  const all = [...marks.values()].sort((one, other) => one.at - other.at || drillMarks.indexOf(one.mark) - drillMarks.indexOf(other.mark))
  return { marks: all, told, begins: all[0]?.at ?? null, ends: marks.get(JSON.stringify(['all-clear', '']))?.at ?? null }
}

/** Whole seconds from the beginning to a moment; null where one of them was not stamped. */
export function secondsTo({ marks, begins }: Timeline, mark: DrillMark, zone = ''): number | null {
  const found = marks.find((one) => one.mark === mark && one.zone === zone)
  return found && begins !== null ? Math.round((found.at - begins) / 1000) : null
}
