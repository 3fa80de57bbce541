import { NotSaved, type WhyNotSaved } from '~/domain/shared/faults'

/** Since when nothing can be written, and why; null while it can, as far as anybody has tried. */
export type WriteTrouble = { why: WhyNotSaved; since: Date }

let trouble: WriteTrouble | null = null
const counts: Record<WhyNotSaved, number> = { busy: 0, full: 0, readOnly: 0, disk: 0 }

/** What the engine calls it, as far as it means that nothing was written; null for every other fault. */
function whyOf(fault: unknown): WhyNotSaved | null {
  const cause: unknown = fault instanceof Error ? fault.cause : null
  if (typeof cause !== 'object' || cause === null || !('originalCode' in cause)) return null
  const code = String(cause.originalCode)
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  if (code.startsWith('SQLITE_FULL')) return 'full'
  if (code.startsWith('SQLITE_READONLY')) return 'readOnly'
  return /^SQLITE_(IOERR|CANTOPEN)/.test(code) ? 'disk' : null
}

/** Does another process hold the database just now? */
export const isHeldElsewhere = (fault: unknown): boolean => whyOf(fault) === 'busy'

/** The same fault, or `NotSaved` where the database could not take it; that is remembered until a write succeeds. */
export function toldOf(fault: unknown): unknown {
  if (fault instanceof NotSaved) return fault
  const why = whyOf(fault)
  return why === null ? fault : refused(why)
}

/** Counts a write that was not taken. */
export function refused(why: WhyNotSaved): NotSaved {
  counts[why] += 1
  if (trouble?.why !== why) trouble = { why, since: new Date() }
  return new NotSaved(why)
}

/** Something was written: the trouble is over. */
export function noteWritten(): void {
  trouble = null
}

export const writeTrouble = (): WriteTrouble | null => trouble
export const refusedWrites = (): Readonly<Record<WhyNotSaved, number>> => counts
