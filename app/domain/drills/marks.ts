/**
 * The moments of a drill that are stamped, in the order in which they are expected. `cleared` is stamped for each floor or zone, the others
 * once. `called` is the call to 119 as it is played: nobody dials.
 */
export const drillMarks = [
  'alarm',
  'confirmed',
  'automatic',
  'called',
  'broadcast',
  'evacuation',
  'first-attack',
  'first-out',
  'cleared',
  'assembled',
  'accounted',
  'all-clear',
] as const
export type DrillMark = (typeof drillMarks)[number]

export const isMark = (text: string): text is DrillMark => drillMarks.some((mark) => mark === text)

/** Stamped once for each zone. */
export const isByZone = (mark: DrillMark): boolean => mark === 'cleared'
