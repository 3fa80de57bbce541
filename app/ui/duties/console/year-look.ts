import type { IconName } from '~/ui/kit/icons'
import type { Tone } from '../tone'
import type { DateKind } from './year'

/** How a date of the year looks; the word under `year.kind` carries the meaning. */
export const dateLook: Record<DateKind, { icon: IconName; tone: Tone }> = {
  done: { icon: 'met', tone: 'met' },
  open: { icon: 'due', tone: 'due' },
  missed: { icon: 'overdue', tone: 'overdue' },
  late: { icon: 'met', tone: 'quiet' },
  lifted: { icon: 'waived', tone: 'quiet' },
}

/** Day of the month, from YYYY-MM-DD. */
export const dateOfMonth = (day: string): number => Number(day.slice(8))
