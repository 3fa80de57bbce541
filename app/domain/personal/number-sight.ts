/** The numbers that are kept whole and shown in part. */
export const fullNumbers = ['idNumber', 'phone'] as const
export type FullNumber = (typeof fullNumbers)[number]

/**
 * For what somebody may need a whole number. identity: he stands before me and shows his card. licence: to look a licence up with the
 * state's register. contact: he must be reached. correction: he asked that it be put right.
 */
export const sightReasons = ['identity', 'licence', 'contact', 'correction'] as const
export type SightReason = (typeof sightReasons)[number]
