/**
 * What goes by itself, and after how many days. deleted: the row goes. emptied: the row stays for counting, what it said goes. erased: the
 * person goes as by an erasure. elsewhere: another job takes it away after as many days.
 */
export type RetentionRule = {
  readonly id: RetentionId
  readonly days: number
  readonly how: 'deleted' | 'emptied' | 'erased' | 'elsewhere'
}

export const retentionIds = [
  ...(['sessions', 'slips', 'declinedJoins', 'sheetRows', 'endedNotices', 'letters', 'gateChecks', 'practice', 'suggestions'] as const),
  ...(['madePapers', 'backups'] as const),
]
export type RetentionId = (typeof retentionIds)[number]

/**
 * The law names no number of days (个人信息保护法 art. 19: the shortest time that the purpose needs); these are the product's own choice. What
 * is not here is kept: who works where, evidence, certificates, drills, classes, permits and logs are the records that the duties ask for.
 */
export const retentionRules: readonly RetentionRule[] = [
  { id: 'sessions', days: 0, how: 'deleted' },
  { id: 'slips', days: 30, how: 'deleted' },
  { id: 'declinedJoins', days: 180, how: 'erased' },
  { id: 'sheetRows', days: 30, how: 'elsewhere' },
  { id: 'endedNotices', days: 365, how: 'deleted' },
  { id: 'letters', days: 90, how: 'emptied' },
  { id: 'gateChecks', days: 730, how: 'deleted' },
  { id: 'practice', days: 730, how: 'deleted' },
  { id: 'suggestions', days: 365, how: 'emptied' },
  { id: 'madePapers', days: 7, how: 'elsewhere' },
  { id: 'backups', days: 400, how: 'elsewhere' },
]

const dayLength = 86_400_000

/** Everything of a rule from before this instant goes. */
export const goesBefore = ({ days }: RetentionRule, now: Date): Date => new Date(now.getTime() - days * dayLength)
