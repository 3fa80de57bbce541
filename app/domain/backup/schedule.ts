const dayLength = 86_400_000
const hour = 3_600_000
/** 02:30 in Shanghai, as the time of day in UTC. */
const atNight = 18.5 * hour

/** The last 02:30 (Shanghai) that has been, this instant counted. */
export function lastNight(now: Date): Date {
  return new Date(Math.floor((now.getTime() - atNight) / dayLength) * dayLength + atNight)
}

/** The next 02:30 (Shanghai). */
export const nextNight = (now: Date): Date => new Date(lastNight(now).getTime() + dayLength)

/**
 * Is the daily backup due? Once for each 02:30, also when the server stood still then; where there was none yet, from the first 02:30
 * after the installation began. One that failed is tried again an hour later.
 */
export function backupDue(now: Date, facts: { newest: Date | null; began: Date; tried: Date | null }): boolean {
  const night = lastNight(now)
  const covered = (facts.newest ?? facts.began) >= night
  const justTried = facts.tried !== null && facts.tried <= now && now.getTime() - facts.tried.getTime() < hour
  return !covered && !justTried
}
