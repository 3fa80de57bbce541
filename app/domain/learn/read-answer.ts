import { type Answer, walk } from './grade'
import { type Branch, type Order, type Piece, ticksOf } from './piece'
import { shuffled } from './shuffle'

/**
 * What a form sends: numbers of things as they were shown, never ids, because an id may say which one is right.
 * `places` holds the place given to each shown step; `step` is how many choices had been taken when the form was shown.
 */
export type Sent = { picks: readonly string[]; places: readonly string[]; step: string; again: boolean }

export type ReadAnswer = { kind: 'answer'; answer: Answer } | { kind: 'unclear'; reason: string } | { kind: 'stale' }

const unclear = (reason: string): ReadAnswer => ({ kind: 'unclear', reason: `learn:unclear.${reason}` })

/** The ids of the things in a piece, in the order they are shown to the person behind `seed`; a thing's number is its place here, from 1. */
export const shownOrder = (piece: Order, seed: string): readonly string[] =>
  shuffled(
    piece.steps.map(({ id }) => id),
    seed,
  )

/** Turns what a form sent into an answer. Unclear: a sentence for the reader. Stale: sent from a page that is no longer the latest. */
export function readAnswer(piece: Piece, seed: string, before: Answer, sent: Sent): ReadAnswer {
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route': {
      const ids = ticksOf(piece).map(({ id }) => id)
      if (sent.picks.length === 0) return unclear(piece.kind === 'choose' ? 'pick' : 'mark')
      const picked = sent.picks.map((pick) => numbered(ids, pick))
      if (picked.includes(null)) return unclear('unknown')
      const answer = ids.filter((id) => picked.includes(id))
      const single = piece.kind === 'choose' && piece.many !== true
      return single && answer.length > 1 ? unclear('pickOne') : { kind: 'answer', answer }
    }
    case 'order':
      return readOrder(shownOrder(piece, seed), sent.places)
    case 'branch':
      return readChoice(piece, before, sent)
  }
}

function readOrder(shown: readonly string[], places: readonly string[]): ReadAnswer {
  const wanted = places.map((place) => (/^\d{1,2}$/.test(place) ? Number(place) : 0))
  if (wanted.length !== shown.length || wanted.some((place) => place < 1 || place > shown.length)) return unclear('place')
  if (new Set(wanted).size !== shown.length) return unclear('placeTwice')
  const answer = [...shown].sort((one, other) => (wanted[shown.indexOf(one)] ?? 0) - (wanted[shown.indexOf(other)] ?? 0))
  return { kind: 'answer', answer }
}

function readChoice(piece: Branch, before: Answer, sent: Sent): ReadAnswer {
  if (sent.again) return { kind: 'answer', answer: [] }
  if (sent.step !== String(before.length)) return { kind: 'stale' }
  const choices = walk(piece, before)?.at(-1)?.choices ?? []
  if (choices.length === 0) return { kind: 'stale' }
  if (sent.picks.length !== 1) return unclear('pick')
  const picked = numbered(
    choices.map(({ id }) => id),
    sent.picks[0] ?? '',
  )
  return picked === null ? unclear('unknown') : { kind: 'answer', answer: [...before, picked] }
}

const numbered = (ids: readonly string[], pick: string): string | null => (/^\d{1,2}$/.test(pick) ? (ids[Number(pick) - 1] ?? null) : null)
