import type { Minute, Stretch } from './minutes'

export const entryKinds = ['takeover', 'check', 'alarm', 'fault', 'note', 'off'] as const
export type EntryKind = (typeof entryKinds)[number]
/** What the panel's linkage stands at when a shift begins or is checked. */
export const equipmentModes = ['automatic', 'manual'] as const
/** What came of an alarm. open: nobody has said yet. */
export const alarmOutcomes = ['open', 'false', 'real', 'test'] as const

export type LogEntry = { readonly id: string; readonly kind: EntryKind; readonly happenedAt: Minute; readonly supersedes: string | null }

/** The entries that hold, oldest first: a corrected one is replaced by its last correction. */
export function standingEntries<E extends LogEntry>(entries: readonly E[]): E[] {
  const replaced = new Set(entries.flatMap(({ supersedes }) => supersedes ?? []))
  return entries
    .filter(({ id }) => !replaced.has(id))
    .sort((one, other) => one.happenedAt - other.happenedAt || (one.id < other.id ? -1 : 1))
}

/** What an entry said before it was corrected, newest first. */
export function earlierVersions<E extends LogEntry>(entries: readonly E[], entry: E): E[] {
  const before: E[] = []
  for (let id = entry.supersedes; id !== null; ) {
    const found = entries.find((one) => one.id === id)
    if (found === undefined || before.includes(found)) break
    before.push(found)
    id = found.supersedes
  }
  return before
}

/** Minutes after the interval within which an entry still counts as in time. Policy. */
const leeway = 15

/** Stretches of a shift, up to `now`, in which the log was silent for longer than the rule lets (每2小时记录). Taking over is an entry. */
export function silences(shift: Stretch, entries: readonly LogEntry[], every: number, now: Minute): Stretch[] {
  const end = Math.min(shift.to, now)
  const written = standingEntries(entries)
    .map(({ happenedAt }) => happenedAt)
    .filter((minute) => minute > shift.from - every && minute < shift.to)
  const marks = [shift.from, ...written.map((minute) => Math.max(minute, shift.from)), end]
  return marks.flatMap((from, nth) => {
    const to = marks[nth + 1]
    return to !== undefined && to - from > every + leeway ? [{ from, to }] : []
  })
}

/** When the next look is due: `every` minutes after the last entry, or after the shift began. */
export const nextCheck = (shift: Stretch, entries: readonly LogEntry[], every: number): Minute =>
  standingEntries(entries).reduce((latest, { happenedAt }) => Math.max(latest, happenedAt), shift.from) + every

/** A shift may be taken over from an hour before it begins until an hour after it ends. Policy. */
const early = 60
const late = 60
export const mayTakeOver = ({ from, to }: Stretch, now: Minute): boolean => now >= from - early && now <= to + late

/** Entries are written from taking over until a day after the end; later ones would be memories. Policy. */
export const mayWrite = ({ from, to }: Stretch, now: Minute): boolean => now >= from - early && now <= to + 24 * 60

/** missed: it began more than a quarter of an hour ago and nobody took it over. */
export type ShiftState = 'ahead' | 'open' | 'missed' | 'taken' | 'ended' | 'never'
const grace = 15

export function shiftState({ from, to }: Stretch, takenOver: boolean, now: Minute): ShiftState {
  if (takenOver) return now < to ? 'taken' : 'ended'
  if (now >= to) return 'never'
  if (now > from + grace) return 'missed'
  return now >= from - early ? 'open' : 'ahead'
}
