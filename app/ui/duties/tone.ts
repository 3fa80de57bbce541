import type { IconName } from '~/ui/kit/icons'
import type { DutyLine } from './duty-line'

export type Tone = 'met' | 'due' | 'overdue' | 'quiet'

export const toneText: Record<Tone, string> = { met: 'text-met', due: 'text-due', overdue: 'text-vermilion', quiet: 'text-ink2' }

/** How a standing looks: its icon, its colour and the key of its word; the word carries the meaning. */
export function lookOf(line: Pick<DutyLine, 'standing' | 'bars' | 'isGate' | 'startsOn'>): { icon: IconName; tone: Tone; word: string } {
  switch (line.standing) {
    case 'met':
      return { icon: 'met', tone: 'met', word: line.isGate ? 'line.gateMet' : 'line.met' }
    case 'waived':
      return { icon: 'waived', tone: 'quiet', word: 'line.waived' }
    case 'idle':
    case 'unbound':
      return { icon: 'none', tone: 'quiet', word: 'line.idle' }
    case 'due':
      return line.bars ? { icon: 'barred', tone: 'overdue', word: 'line.barring' } : { icon: 'due', tone: 'due', word: 'line.due' }
    case 'overdue':
      if (!line.bars) return { icon: 'overdue', tone: 'overdue', word: 'line.overdue' }
      return { icon: 'barred', tone: 'overdue', word: line.startsOn === null ? 'line.barring' : 'line.before' }
  }
}

/** The date beside the word: its key and the day it names; null where a standing has no date. */
export function dateOf(line: DutyLine): { key: string; day: string } | null {
  switch (line.standing) {
    case 'met':
      if (line.through !== null) return { key: 'line.through', day: line.through }
      return line.why.evidence === null ? null : { key: 'line.passedOn', day: line.why.evidence.on }
    case 'waived':
      return line.through === null ? null : { key: 'line.waivedThrough', day: line.through }
    case 'idle':
    case 'unbound':
      return null
    case 'due':
      return line.due === null ? null : { key: 'line.dueBy', day: line.due }
    case 'overdue':
      if (line.startsOn !== null) return { key: 'line.startsOn', day: line.startsOn }
      if (line.isGate) return line.since === null ? null : { key: 'line.missingSince', day: line.since }
      return line.due === null ? null : { key: 'line.wasDue', day: line.due }
  }
}
