import { addDays, type Day, daysBetween } from '../shared/day'
import { type Licence, lapseMarks, licenceState, printedThrough } from './licence'

/** A licence that runs out within 90 days, or has. days: left, counting today as 0; negative when it is over. */
export type Lapse<L> = { readonly licence: L; readonly through: Day; readonly days: number; readonly isOver: boolean }

const [farthest] = lapseMarks
/** Days for which one that has run out is still spoken of. Policy. */
const remembered = 90
/** How far back and ahead a printed day is looked for. */
export const lapseWindow = { back: remembered, ahead: farthest } as const

/**
 * What runs out, the nearest first. A licence is passed over where the same person has another of the same topic that is valid for longer:
 * it has been renewed. One that was replaced still counts to its printed day, so it is spoken of until the new one is found true.
 */
export function lapsesAmong<L extends Licence>(licences: readonly L[], today: Day, personOf: (licence: L) => string): Lapse<L>[] {
  const lasts = (licence: L): Day => printedThrough(licence) ?? addDays(today, 100_000)
  const isRenewed = (licence: L): boolean =>
    licences.some(
      (other) =>
        other.id !== licence.id &&
        other.topic === licence.topic &&
        personOf(other) === personOf(licence) &&
        licenceState(other, today) === 'valid' &&
        lasts(other) > lasts(licence),
    )
  const found = licences.flatMap((licence): Lapse<L>[] => {
    const state = licenceState({ ...licence, ended: licence.ended?.kind === 'superseded' ? null : licence.ended }, today)
    const through = printedThrough(licence)
    if (through === null || licence.topic === null || isRenewed(licence)) return []
    const days = daysBetween(today, through)
    const isOver = state === 'expired' || state === 'review-overdue'
    if (isOver ? days < -remembered : state !== 'valid' || days > farthest) return []
    return [{ licence, through, days, isOver }]
  })
  return found.sort((one, other) => one.through - other.through || (one.licence.id < other.licence.id ? -1 : 1))
}
