import type { EntryKind } from '~/domain/watch/log'
import type { ShiftStateShown } from './shift-line'
import type { RoomView, SpanShown } from './shown'

export type EntryVersion = { id: string; kind: EntryKind; time: string; detail: Record<string, string>; by: string; writtenAt: string }
export type EntryShown = EntryVersion & { earlier: EntryVersion[] }
/** way: signed with his own account, or named by a colleague. */
export type WatcherShown = {
  personId: string
  name: string
  counts: boolean
  isPlanned: boolean
  on: { at: string; way: 'own' | 'named' } | null
  off: string | null
}
export type ShiftPage = {
  room: RoomView
  side: 'manager' | 'watcher' | 'reader'
  shift: SpanShown & { id: string; state: ShiftStateShown }
  watchers: WatcherShown[]
  unfit: { name: string; word: string }[]
  givers: string
  others: { personId: string; name: string }[]
  entries: EntryShown[]
  silences: SpanShown[]
  nextCheck: string | null
  isCheckLate: boolean
  may: { takeOver: boolean; signOn: boolean; write: boolean; signOff: boolean }
  isMine: boolean
  now: string
  entryId: string
}
