const minute = 60_000
const day = 24 * 60 * minute

/** Idle and absolute limits in milliseconds. Consoles close after half an hour idle; a learner's phone stays signed in for a month. */
export const sessionLimits = {
  console: { idle: 30 * minute, absolute: 12 * 60 * minute },
  learner: { idle: 30 * day, absolute: 180 * day },
} as const

/** How long a given password stands for sensitive acts, in milliseconds. */
export const passwordFreshFor = 10 * minute

/** When a session used at `seenAt` ends by idleness, never later than its absolute end. */
export function idleEnd(kind: keyof typeof sessionLimits, seenAt: Date, absoluteAt: Date): Date {
  return new Date(Math.min(seenAt.getTime() + sessionLimits[kind].idle, absoluteAt.getTime()))
}

/** Was the password given recently enough for a sensitive act? */
export const passwordIsFresh = (passwordAt: Date | null, now: Date): boolean =>
  passwordAt !== null && now.getTime() - passwordAt.getTime() <= passwordFreshFor
