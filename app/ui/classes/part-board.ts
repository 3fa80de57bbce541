import type { BoardFacts } from '../drills/board'

/** The roll call of one part of a class. facts: null where it was not opened. rooms: those the reader organises. */
export type PartPage = {
  classId: string
  key: string
  title: string
  part: { name: string; on: string; from: string; to: string }
  parts: { key: string; name: string }[]
  rooms: string[]
  isOpen: boolean
  facts: BoardFacts | null
  script: string
}

export const partDone = ['opened', 'added', 'addedDeputy'] as const
export type PartDone = (typeof partDone)[number]
