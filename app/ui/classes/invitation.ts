import type { Reply } from '~/domain/classes/answers'
import type { ClassState } from '~/domain/classes/class-state'
import type { PartShown } from './class-page'
import type { OpenLine } from './open-now'

/** free: seats nobody has. waiting: how many wait already. */
export type RoomOffered = { id: string; name: string; place: string; free: number; waiting: number }
type Person = { id: string; name: string }

export type InvitationPage = {
  id: string
  title: string
  programme: string
  place: string
  name: string
  isPerson: boolean
  state: ClassState
  parts: PartShown[]
  rooms: RoomOffered[]
  stream: string
  /** What the reader can do in this class now. */
  now: OpenLine[]
  notice: string
  /** What whoever comes must know, of this kind of training. */
  letter: string[]
  reply: Reply
  who: string
  room: string
  nth: number | null
  why: string
  calledOff: string
  mayAnswer: boolean
  hasLeft: boolean
  responsible: Person[]
  deputies: Person[]
  /** Whether the programme lets a deputy come at all. */
  allowsDeputies: boolean
  /** What the form begins with. */
  values: Record<string, string>
}
