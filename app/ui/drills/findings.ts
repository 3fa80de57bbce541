import type { Option } from '~/ui/kit/field'
import type { RedrillShown } from './redrill'

export type FindingShown = {
  id: string
  what: string
  owner: string
  due: string
  redrill: boolean
  isOverdue: boolean
  closed: { done: string; at: string } | null
}
export type PlanShown = {
  version: number
  values: Record<string, string>
  zones: { nth: number; name: string; marshals: string }[]
  history: { version: number; changed: string; at: string }[]
}
export type FindingsPage = {
  id: string
  unit: { id: string; name: string }
  on: string
  kind: string
  today: string
  isOver: boolean
  isSigned: boolean
  mustReport: boolean
  /** What the evaluation found wanting and nobody has taken up. */
  proposed: { id: string; asks: string; note: string; answer: string }[]
  isEvaluated: boolean
  findings: FindingShown[]
  owners: Option[]
  /** The day proposed for what is put right, and for practising again. */
  due: string
  me: string
  plan: PlanShown
  report: { on: string; receiver: string; means: string } | null
  notices: { means: string; on: string; time: string }[]
  signs: string[]
  sheets: number
  way: string
  redrill: RedrillShown
  isManaged: boolean
}
