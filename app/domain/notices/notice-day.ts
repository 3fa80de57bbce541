import { civilDay } from '../shared/civil-day'
import type { Day } from '../shared/day'

const six = 6 * 3_600_000

/** The civil day (Asia/Shanghai) whose notices are to be there: today from six in the morning, the day before until then. */
export const noticeDay = (now: Date): Day => civilDay(new Date(now.getTime() - six))
