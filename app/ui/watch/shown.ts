/** Days are YYYY-MM-DD and times HH:MM, in Shanghai. */
export type SpanShown = { day: string; from: string; toDay: string; to: string }

/** Minutes with too few fit people, and why. `word`: watch:why.<word>. */
export type GapShown = SpanShown & {
  key: string
  minutes: number
  needed: number
  fit: number
  unfit: { name: string; word: string }[]
  trainees: string[]
  /** Nobody is planned at all. */
  isEmpty: boolean
}

export type RoomView = { id: string; name: string; unitId: string; unitName: string; thisMonday: string; lastNight: string; over: boolean }
export type ClauseShown = { of: string; mark: string; quote: string | null; page: string | null }
export type RuleShown = { id: string; says: string; policy: string | null; from: string; sources: ClauseShown[] }
