import type { Words } from '../piece'

/** What a sentence does at the door. keeps: the talk stays friendly and nothing changes. cools: the door closes by one. shuts: it is shut. */
export type Effect = 'keeps' | 'cools' | 'shuts'
export type Door = 'open' | 'ajar' | 'shut'

export type VisitPoint = {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly label: Words
  readonly right: boolean
  readonly because: Words
  readonly source: string
}

export type VisitChoice = {
  readonly id: string
  readonly text: Words
  readonly right?: boolean | undefined
  /** What comes of it: the answer at the door, or what the days bring. */
  readonly brings: Words
  readonly because: Words
  readonly source: string
  readonly effect?: Effect | undefined
  /** How many days longer the danger stays. */
  readonly days?: number | undefined
  /** The turn it leads to, or `closed`. A right choice without it goes to the next turn of the list, a wrong one stays. */
  readonly to?: string | undefined
}

export type VisitTurn = {
  readonly id: string
  readonly part: 'talk' | 'report'
  readonly text: Words
  readonly choices: readonly VisitChoice[]
}

/** One door of the street with its keys. It never leaves the server whole: see shown-visit. */
export type Visit = {
  readonly id: string
  readonly points: readonly VisitPoint[]
  readonly turns: readonly VisitTurn[]
  /** How the door stands when the talk begins. */
  readonly door: 'open' | 'ajar'
}

/** What somebody has handed in at a door: the points marked, then the choices in their order. */
export type VisitAnswers = { readonly looked: readonly string[] | null; readonly picks: readonly string[] }
export const notYetAnswered: VisitAnswers = { looked: null, picks: [] }
