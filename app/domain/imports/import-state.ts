/** How a sheet that was brought stands. broken: its reading was broken off, nothing of it is in the register. */
export type ImportState = 'reading' | 'broken' | 'unreadable' | 'open' | 'written' | 'dropped'

type Facts = { toldAt: Date; readAt: Date | null; fault: string | null; writtenAt: Date | null; droppedAt: Date | null }

/** A reading that has said nothing for so long is over: its server has ended. */
const silentMilliseconds = 60_000

export function importState({ toldAt, readAt, fault, writtenAt, droppedAt }: Facts, now: Date): ImportState {
  if (droppedAt !== null) return 'dropped'
  if (writtenAt !== null) return 'written'
  if (fault !== null) return 'unreadable'
  if (readAt !== null) return 'open'
  return now.getTime() - toldAt.getTime() > silentMilliseconds ? 'broken' : 'reading'
}

/** The most rows of a sheet; all of them are written in one go, and a drill takes longest. */
export const mostRows = { people: 10_000, units: 1_000, licences: 1_000, trainings: 5_000, drills: 200 } as const
/** A sheet's rows are personal data: they are kept so many days after it was brought. */
export const keptDays = 30
