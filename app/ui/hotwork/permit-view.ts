import type { PermitAct, PermitState } from '~/domain/hotwork/permit'
import type { IconName } from '../kit/icons'

/** How a permit stands, for readers. */
export const stateKeys = [
  'waiting',
  'approved',
  'ready',
  'burning',
  'over',
  'watching',
  'lookDue',
  'closed',
  'closedStopped',
  'halted',
  'refused',
  'cancelled',
  'expired',
] as const
export type StateKey = (typeof stateKeys)[number]

export function stateKey(state: PermitState): StateKey {
  switch (state.kind) {
    case 'burning':
      return state.over ? 'over' : 'burning'
    case 'watching':
      return state.isDue ? 'lookDue' : 'watching'
    case 'closed':
      return state.stopped ? 'closedStopped' : 'closed'
    default:
      return state.kind
  }
}

const looks: Record<StateKey, { icon: IconName; tone: string }> = {
  waiting: { icon: 'due', tone: 'text-due' },
  approved: { icon: 'due', tone: 'text-due' },
  ready: { icon: 'met', tone: 'text-met' },
  burning: { icon: 'overdue', tone: 'text-due' },
  over: { icon: 'overdue', tone: 'text-vermilion' },
  watching: { icon: 'due', tone: 'text-due' },
  lookDue: { icon: 'overdue', tone: 'text-vermilion' },
  closed: { icon: 'met', tone: 'text-met' },
  closedStopped: { icon: 'met', tone: 'text-ink2' },
  halted: { icon: 'barred', tone: 'text-vermilion' },
  refused: { icon: 'barred', tone: 'text-ink2' },
  cancelled: { icon: 'waived', tone: 'text-ink2' },
  expired: { icon: 'none', tone: 'text-ink2' },
}
export const looksOf = (key: StateKey) => looks[key]

export type Choice = { id: string; name: string }
export type Source = {
  of: string
  mark: 'V1' | 'V1r' | 'V2' | 'S' | 'ours'
  says: string | null
  quote: string | null
  page: string | null
}

export type WorkerView = {
  id: string
  name: string
  way: 'post' | 'card' | 'seen'
  employer: string | null
  /** Of a licence that was seen: its kind, the end of its number, and the days printed on it. */
  licence: { kind: string; number: string; validTo: string | null; reviewDue: string | null; issuer: string | null } | null
  /** The check that counts, or the one that stopped the permit; the licences as they stood then. */
  check: { good: boolean; when: string; by: string; licences: { kind: string; through: string | null; state: string }[] } | null
}

export type StepView = {
  id: string
  act: PermitAct
  good: boolean
  when: string
  by: string
  position: string
  about: string | null
  words: string[]
}

/** What the forms of the next act need. */
export type Forms = {
  delegated: boolean
  worker: { id: string; name: string; isSeen: boolean; warning: { reason: string; values: Record<string, string> } | null } | null
  measures: Choice[]
  needsGas: boolean
  places: (Choice & { required: boolean })[]
  means: Choice[]
  looks: string[]
  opensAt: string
  opens: boolean
  next: { at: string; isDue: boolean; minutesLeft: number; nth: number; of: number } | null
}

export type PermitView = {
  id: string
  number: string
  unit: { id: string; name: string }
  state: StateKey
  reason: string | null
  place: string
  work: string
  kind: string
  level: string
  approvers: string
  when: string
  hours: string
  machine: string | null
  guard: string
  applicant: string
  requestedAt: string
  marks: ('isOpen' | 'isHidden' | 'hasGas')[]
  measures: string[]
  workers: WorkerView[]
  steps: StepView[]
  next: { act: PermitAct; isMine: boolean; whom: string } | null
  may: { refuse: boolean; cancel: boolean; stop: boolean; repeat: boolean }
  forms: Forms
  looks: string
  sources: Source[]
  policies: string[]
}

export type RegisterRow = {
  id: string
  number: string
  state: StateKey
  when: string
  place: string
  work: string
  workers: string
  guard: string
  /** While somebody watches: when the next look is due. */
  nextLook: string | null
}
