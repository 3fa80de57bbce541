import type { Minute } from './minutes'

export type SwapAnswer = 'accepted' | 'declined' | 'withdrawn' | 'done'
/** lapsed: nobody answered before one of the shifts began, or a seat it speaks of is gone. */
export type SwapState = 'waiting' | SwapAnswer | 'lapsed'

export type SwapFacts = {
  readonly answer: SwapAnswer | null
  /** When the shifts begin, the seat's and, where two are exchanged, the other one's. */
  readonly begins: readonly Minute[]
  /** Whether the seats it speaks of are still held by those who asked and were asked. */
  readonly seatsHold: boolean
}

/** Derived, never stored. */
export function swapState({ answer, begins, seatsHold }: SwapFacts, now: Minute): SwapState {
  if (answer !== null) return answer
  return seatsHold && begins.every((begin) => now < begin) ? 'waiting' : 'lapsed'
}

/** Who is who in a swap: the one whose seat is given, the one asked, or neither. */
export type SwapSide = 'asker' | 'asked' | 'neither'

/** Only the asked accepts or declines, only the asker takes it back; a manager may do it at once instead. */
export function mayAnswer(side: SwapSide, answer: SwapAnswer, state: SwapState): boolean {
  if (state !== 'waiting') return false
  switch (answer) {
    case 'accepted':
    case 'declined':
      return side === 'asked'
    case 'withdrawn':
      return side === 'asker'
    case 'done':
      return false
  }
}
