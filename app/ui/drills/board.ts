import type { DrillMark } from '~/domain/drills/marks'
import type { Entry } from '~/domain/rollcall/event'
import type { Expected, Roles } from '~/domain/rollcall/expected'

/** What the board's script needs to go on without network; it stands in the page and is kept with it. */
export type BoardFacts = {
  /** At a class leaving early is entered, and nothing is stamped. */
  of: 'drill' | 'class'
  /** Under which name a phone keeps things: the drill, or the part of a class. */
  drill: string
  /** Where entries go and come from. */
  entries: string
  me: string
  isCommander: boolean
  /** Whether more may be entered. */
  isOpen: boolean
  roles: Roles
  expected: readonly Expected[]
  /** Names of people who are not on the list but enter something: the commander from elsewhere. */
  names: Record<string, string>
  zones: string[]
  myZones: string[]
  assembly: string[]
  /** When the list was last drawn, in milliseconds: a newer one on the server asks for a reload. */
  listed: number
  /** The server's time as the page was made. */
  now: number
  seq: number
  epoch: string
  known: Entry[]
  /** Keys in base64: what this person's phone keeps is locked with `lock`, a file to carry with `carry`. */
  lock: string
  carry: string
  /** By the start of the hash of a card's code: whose card it is. */
  cards: Record<string, string>
  /** The beginning of the address in codes, and where this phone's own code is asked for. */
  codes: string
  station: string
}

/** Where the words of a board stand. */
export const boardArea = (of: BoardFacts['of']): string => (of === 'class' ? 'classcall' : 'drills')

export type BoardPage = {
  unit: { id: string; name: string }
  title: string
  target: string
  story: string
  injects: string[]
  place: string
  on: string
  startsAt: string
  isUnannounced: boolean
  /** The plan as it is read out on the stairs: who is where, and who does what. */
  plan: { term: string; people: string }[]
  marks: DrillMark[]
  minutes: { minute: number; says: string }[]
  facts: BoardFacts
  script: string
}
