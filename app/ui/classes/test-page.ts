import type { TestState } from '~/domain/classes/class-test'

export type ShownTestFigures = { began: number; handedIn: number; sitting: number }
export type ShownTest = {
  id: string
  key: string
  title: string
  partName: string
  on: string
  from: string
  to: string
  state: TestState
  isClassClosed: boolean
  /** Chooses, opens and closes it; others show its code. */
  runs: boolean
  figures: ShownTestFigures
}
export type TestChoice = {
  isChosen: boolean
  questions: number
  pass: number
  minutes: number
  tries: number
  /** Questions that the chosen topics have. */
  has: number
  banks: { title: string; isOpen: boolean; topics: { id: string; title: string; count: number; isChosen: boolean }[] }[]
}
