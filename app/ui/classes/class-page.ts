import type { Reply } from '~/domain/classes/answers'
import type { ClassState } from '~/domain/classes/class-state'
import type { TestWay } from '~/domain/classes/class-test'

export type RoomShown = {
  id: string
  name: string
  place: string
  organiser: string
  stream: string
  seats: number
  seated: number
  waiting: number
}
export type PartShown = { key: string; name: string; kind: 'lesson' | 'test'; on: string; from: string; to: string }

/** Somebody who is asked to come, or (invitation null) may still be asked. */
export type InvitedRow = {
  member: string
  invitation: string | null
  /** The unit, or the person with his unit beneath. */
  name: string
  beneath: string
  reply: Reply
  who: string
  asDeputy: boolean
  /** Other units for which the same person comes, on the same seat. */
  also: string[]
  room: string
  /** Place on the waiting list. */
  nth: number | null
  why: string
  /** A class at the same time in which whoever comes holds a seat. */
  clash: string
  hasLeft: boolean
}

export type ClassPage = {
  id: string
  title: string
  state: ClassState
  programme: { id: string; title: string; place: string }
  /** Supervises the whole place, and may change and invite. */
  leads: boolean
  late: number
  notice: string
  makesUp: { id: string; title: string } | null
  calledOff: string | null
  /** test: what comes next about the part's test; null where there is none to go to. */
  parts: (PartShown & { test: TestWay | null })[]
  /** Whether there is a page of what was said about it, for the reader. */
  hasFeedback: boolean
  rooms: RoomShown[]
  counts: Record<Reply, number> & { invited: number; clashes: number }
  /** Lines of the list that may still be asked; elsewhere: of them, asked to another class already. null: nothing is to be asked now. */
  uninvited: { all: number; elsewhere: number } | null
  isFrozen: boolean
  filter: { show: string; room: string; name: string; search: string; isOn: boolean }
  rows: InvitedRow[]
  page: number
  pages: number
  total: number
}

export const shows = ['none', 'comes', 'deputy', 'waiting', 'declined', 'clash', 'uninvited'] as const
