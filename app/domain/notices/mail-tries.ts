/** What became of one try. later: not taken, and to be tried again. doubt: the line broke after the letter was written, so it may have arrived. */
export type TryEnd = 'taken' | 'later' | 'refused' | 'doubt'
/** A try. ended: null where it is still under way, or was cut off. Instants in milliseconds. */
export type MailTry = { readonly beganAt: number; readonly end: { readonly kind: TryEnd; readonly at: number } | null }

export type NextTry = { readonly kind: 'now' } | { readonly kind: 'wait' } | { readonly kind: 'stop'; readonly why: MailStop }
export type MailStop = 'taken' | 'refused' | 'unsure' | 'late'

const minute = 60_000
/** A try that has said nothing for so long was cut off: no server is waited for as long. */
export const cutOffAfter = 10 * minute
/** Minutes from one refusal for the time being to the next try; the last stands for all that follow. */
const pauses = [1, 5, 15, 60, 240] as const
/** Nobody wants news of three days ago by mail; they stand in the app. */
const tooLate = 3 * 24 * 60 * minute

/**
 * What to do with a letter. It is written out once, and once more where the first may or may not have arrived: so it arrives at most
 * twice, and then only after a break in mid-sending. Where both may have arrived it stays at that.
 */
export function nextTry(madeAt: number, tries: readonly MailTry[], now: number): NextTry {
  const settled = tries.find(({ end }) => end?.kind === 'taken' || end?.kind === 'refused')?.end?.kind
  if (settled === 'taken' || settled === 'refused') return { kind: 'stop', why: settled }
  const last = tries.at(-1)
  if (last === undefined) return now - madeAt > tooLate ? { kind: 'stop', why: 'late' } : { kind: 'now' }
  if (last.end === null && now - last.beganAt < cutOffAfter) return { kind: 'wait' }
  if (tries.filter(({ end }) => end === null || end.kind === 'doubt').length >= 2) return { kind: 'stop', why: 'unsure' }
  if (now - madeAt > tooLate) return { kind: 'stop', why: last.end === null ? 'unsure' : 'late' }
  const later = tries.filter(({ end }) => end !== null).length
  const pause = (pauses[Math.min(later, pauses.length) - 1] ?? 0) * minute
  return last.end !== null && now - last.end.at < pause ? { kind: 'wait' } : { kind: 'now' }
}
