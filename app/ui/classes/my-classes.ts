import type { Reply } from '~/domain/classes/answers'
import type { ClassState } from '~/domain/classes/class-state'
import type { PartShown } from './class-page'
import type { OpenLine } from './open-now'

/** An invitation as whoever may answer it sees it in a list, or (id null) a seat that somebody else claimed for the reader. */
export type MyClass = {
  key: string
  id: string | null
  title: string
  /** For whom: a unit, or a person with his unit. */
  name: string
  parts: PartShown[]
  state: ClassState
  reply: Reply
  who: string
  room: string
  nth: number | null
}
export type MyClasses = { now: OpenLine[]; ahead: MyClass[]; over: MyClass[]; page: number; pages: number; total: number }
