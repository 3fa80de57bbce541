import type { VisitPoint } from './visit'
import type { VisitStep, VisitWalk } from './walk-visit'

/** seen: named, and a danger. missed: a danger, not named. needless: named, and nothing wrong there. fine: rightly left alone. */
export type PointVerdict = 'seen' | 'missed' | 'needless' | 'fine'

export function pointVerdict(point: VisitPoint, looked: readonly string[]): PointVerdict {
  const named = looked.includes(point.id)
  if (point.right) return named ? 'seen' : 'missed'
  return named ? 'needless' : 'fine'
}

export type VisitVerdict = {
  seen: number
  dangers: number
  needless: number
  turns: number
  atOnce: number
  comebacks: number
  days: number
}

/** What a visit came to. It is for the one who made it: nothing is counted up, kept as evidence or compared. */
export function visitVerdict(
  points: readonly VisitPoint[],
  looked: readonly string[],
  { steps, comebacks, days }: VisitWalk,
): VisitVerdict {
  const verdicts = points.map((point) => pointVerdict(point, looked))
  const count = (kind: PointVerdict) => verdicts.filter((one) => one === kind).length
  const turns = new Set(steps.map(({ turn }) => turn.id))
  return {
    seen: count('seen'),
    dangers: count('seen') + count('missed'),
    needless: count('needless'),
    turns: turns.size,
    atOnce: [...turns].filter((id) => firstOf(steps, id)?.choice.right).length,
    comebacks,
    days,
  }
}

const firstOf = (steps: readonly VisitStep[], turn: string) => steps.find((step) => step.turn.id === turn)
