import type { SittingState } from '~/domain/classes/attendance'
import type { MarkState } from '~/domain/classes/class-record'
import type { Option } from '~/ui/kit/field'

/** Who sits in a classroom, with what is known of one part. says: which of the two says it; nothing: nobody has said anything. */
export type SheetLine = {
  id: string
  name: string
  units: string
  asDeputy: boolean
  state: SittingState | 'unclear'
  says: 'roll' | 'mark' | 'nothing'
}
export type SheetPage = {
  classId: string
  title: string
  leads: boolean
  isOpen: boolean
  part: { key: string; name: string; kind: 'lesson' | 'test' }
  room: { id: string; name: string }
  parts: Option[]
  rooms: Option[]
  states: MarkState[]
  people: SheetLine[]
}
