import type { Option } from '~/ui/kit/field'
import type { RelatedDrill } from './redrill'

/** The form of a drill that was held: what is filled in already, and who was at work that day. */
export type HeldPage = {
  unit: { id: string; name: string }
  /** Days that can be entered, both included. */
  from: string
  today: string
  kinds: Option[]
  commanders: Option[]
  /** Where drills of this unit were supposed to burn before. */
  targets: string[]
  people: { id: string; label: string; there: boolean }[]
  values: Record<string, string>
  /** The drill that it practised again. */
  answers: RelatedDrill | null
  /** What is being corrected; null where it is a new one. */
  correcting: { way: string; reason: string } | null
}
